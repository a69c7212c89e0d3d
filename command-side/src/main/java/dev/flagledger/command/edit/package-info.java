/** What becomes of settings that somebody edits, when another has changed them meanwhile. */
@NullMarked
package dev.flagledger.command.edit;

import org.jspecify.annotations.NullMarked;
