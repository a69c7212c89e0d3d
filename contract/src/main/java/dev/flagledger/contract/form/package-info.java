/** What comes in: bodies, their fields, and what is wrong with them. */
@NullMarked
package dev.flagledger.contract.form;

import org.jspecify.annotations.NullMarked;
