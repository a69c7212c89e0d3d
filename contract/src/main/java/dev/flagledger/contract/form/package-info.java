/**
 * Request bodies and query parameters, their fields, and the errors in them. One package, because a reader, its fields and the errors
 * that it gathers are one form.
 */
@NullMarked
package dev.flagledger.contract.form;

import org.jspecify.annotations.NullMarked;
