/** Request bodies and query parameters, their fields, and the errors in them. */
@NullMarked
package dev.flagledger.contract.form;

import org.jspecify.annotations.NullMarked;
