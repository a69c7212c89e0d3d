/** Limits on attempts to log in, and the record of those that failed. */
@NullMarked
package dev.flagledger.command.user.attempt;

import org.jspecify.annotations.NullMarked;
