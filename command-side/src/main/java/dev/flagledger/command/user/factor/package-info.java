/** The second factor of the caller. */
@NullMarked
package dev.flagledger.command.user.factor;

import org.jspecify.annotations.NullMarked;
