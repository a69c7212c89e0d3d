/**
 * Appends to the log of the configuration: one order, guarded by a lock, and commits that are made durable in groups.
 */
@NullMarked
package dev.flagledger.ledger.log.append;

import org.jspecify.annotations.NullMarked;
