/** Copies the overrides of one identity to another. */
@NullMarked
package dev.flagledger.command.identity.copy;

import org.jspecify.annotations.NullMarked;
