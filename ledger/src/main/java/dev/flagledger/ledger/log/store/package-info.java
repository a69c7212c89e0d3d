/**
 * The log of the configuration as its readers see it, and as the event store of Axon's aggregates.
 */
@NullMarked
package dev.flagledger.ledger.log.store;

import org.jspecify.annotations.NullMarked;
