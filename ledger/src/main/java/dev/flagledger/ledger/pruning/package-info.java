/** Removal of the bodies of old events from the log. What is proved of them stays: positions, leaf hashes and the tree. */
@NullMarked
package dev.flagledger.ledger.pruning;

import org.jspecify.annotations.NullMarked;
