/**
 * State folded from the log and kept in memory: the live fold for requests, and the states around each event for projections.
 * The fold function is the caller's.
 */
@NullMarked
package dev.flagledger.ledger.history;

import org.jspecify.annotations.NullMarked;
