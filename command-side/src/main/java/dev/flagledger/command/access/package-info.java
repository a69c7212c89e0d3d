/** Authorisation of commands, in one place for all entry points. A command that is not in the table is refused. */
@NullMarked
package dev.flagledger.command.access;

import org.jspecify.annotations.NullMarked;
