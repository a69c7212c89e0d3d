package dev.flagledger.ledger.log.store;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.log.entry.Entry;

/**
 * An event exactly as it is stored, for whoever proves, exports or forwards it.
 *
 * @param position place in the one order; positions grow by one, from 1
 * @param scope where the event belongs, as it was known when it was appended; not part of what is hashed
 * @param entry the stored bytes
 */
public record StoredEvent(long position, EventScope scope, Entry entry) {}
