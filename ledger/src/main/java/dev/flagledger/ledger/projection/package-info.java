/**
 * Projections of the log into tables: each runs on one node at a time, in batches, and stores its position in the transaction of its
 * write. Read models are rebuilt beside the live tables. Accesses only its own table and those of read models. One package, because
 * running and rebuilding a projection share its row, with position and lease.
 */
@NullMarked
package dev.flagledger.ledger.projection;

import org.jspecify.annotations.NullMarked;
