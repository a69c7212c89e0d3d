/** Limits on how often somebody may do something. */
@NullMarked
package dev.flagledger.command.limit;

import org.jspecify.annotations.NullMarked;
