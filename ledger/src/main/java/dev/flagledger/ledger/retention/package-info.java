/**
 * Deletion of old rows from tables that would grow without bound. The owner of a table contributes a {@link
 * dev.flagledger.ledger.retention.Pruning}. The log has a pruning of its own.
 */
@NullMarked
package dev.flagledger.ledger.retention;

import org.jspecify.annotations.NullMarked;
