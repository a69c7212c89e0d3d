package dev.flagledger.ledger.log.store;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.log.entry.Entry;

/**
 * An event exactly as stored, for proofs, exports and replication.
 *
 * @param position the position in the total order, from 1 without gaps
 * @param scope the scope of the event as of its append; not covered by the hash
 * @param entry the stored bytes
 */
public record StoredEvent(long position, EventScope scope, Entry entry) {}
