/**
 * What every command must pass, in one place for all entry points: the permission of its actor, where a command that is not in the
 * table is refused, and the note that a project may require.
 */
@NullMarked
package dev.flagledger.command.access;

import org.jspecify.annotations.NullMarked;
