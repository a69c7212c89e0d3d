/**
 * Features out of an environment into a file, and out of a file into an environment. An export is a rendering of the fold. An
 * import sends the commands that others send one by one, so it has no events and no rules of its own.
 */
@NullMarked
package dev.flagledger.command.transfer;

import org.jspecify.annotations.NullMarked;
