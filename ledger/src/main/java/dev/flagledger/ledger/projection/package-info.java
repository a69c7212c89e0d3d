/**
 * Projections of the log into tables: each runs on one node at a time, in batches, and stores its position in the transaction of its
 * write. Read models are rebuilt beside the live table. Knows no table but its own.
 */
@NullMarked
package dev.flagledger.ledger.projection;

import org.jspecify.annotations.NullMarked;
