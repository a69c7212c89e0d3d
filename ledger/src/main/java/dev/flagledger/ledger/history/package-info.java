/**
 * State folded from the log and kept in memory: the live fold for requests, and the states around each event for projections.
 * The fold function is the caller's. One package, because the live state, the states before and the steps are made by one fold.
 */
@NullMarked
package dev.flagledger.ledger.history;

import org.jspecify.annotations.NullMarked;
