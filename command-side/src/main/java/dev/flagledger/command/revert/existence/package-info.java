/** Plans that undo creations and deletions: a created object is deleted, a deleted one is created again with another id. Pure. */
@NullMarked
package dev.flagledger.command.revert.existence;

import org.jspecify.annotations.NullMarked;
