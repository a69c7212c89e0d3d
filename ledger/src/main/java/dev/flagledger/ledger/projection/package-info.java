/**
 * What is derived from the log and kept in tables: each projection on one node at a time, in batches, with its position in the
 * transaction of what it writes. Read models are made anew beside the table that answers. Knows no table but its own.
 */
@NullMarked
package dev.flagledger.ledger.projection;

import org.jspecify.annotations.NullMarked;
