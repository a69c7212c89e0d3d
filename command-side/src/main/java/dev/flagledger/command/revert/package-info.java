/**
 * Undo: leads parts of a project back to an earlier state with new events. The commands of a plan pass the same rules and
 * permissions as those of any other request.
 */
@NullMarked
package dev.flagledger.command.revert;

import org.jspecify.annotations.NullMarked;
