/** Merging of concurrent edits. */
@NullMarked
package dev.flagledger.command.edit;

import org.jspecify.annotations.NullMarked;
