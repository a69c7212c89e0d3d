/**
 * Export of an environment's features to a file, and import from one. An export is a view of the live fold. An import
 * sends the same commands as other clients, so it has no events and no rules of its own.
 */
@NullMarked
package dev.flagledger.command.transfer;

import org.jspecify.annotations.NullMarked;
