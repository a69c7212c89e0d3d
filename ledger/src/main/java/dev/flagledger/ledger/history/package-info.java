/**
 * State folded from the log, kept in memory: live for those who answer requests, in step with a projection for those who
 * must know what an event changed. What is folded is the caller's affair.
 */
@NullMarked
package dev.flagledger.ledger.history;

import org.jspecify.annotations.NullMarked;
