/** Who may send which command. Decided here once for every entry point; a command that the table forgets is refused. */
@NullMarked
package dev.flagledger.command.access;

import org.jspecify.annotations.NullMarked;
