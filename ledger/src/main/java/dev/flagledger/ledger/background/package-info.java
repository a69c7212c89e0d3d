/** Loops that run in the background of a node: their start, their end, and retries after failures. */
@NullMarked
package dev.flagledger.ledger.background;

import org.jspecify.annotations.NullMarked;
