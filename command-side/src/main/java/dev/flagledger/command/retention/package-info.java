/** What becomes of the old events of an organisation: its decision, and the removal of their bodies. */
@NullMarked
package dev.flagledger.command.retention;

import org.jspecify.annotations.NullMarked;
