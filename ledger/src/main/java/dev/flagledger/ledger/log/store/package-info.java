/**
 * The log of the configuration as its readers see it, and as the event store of Axon's aggregates. One package, because both read the
 * rows of one table.
 */
@NullMarked
package dev.flagledger.ledger.log.store;

import org.jspecify.annotations.NullMarked;
