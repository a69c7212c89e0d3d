package dev.flagledger.ledger.log.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A cache of the aggregates that were used last, which saves reading their streams.
 *
 * <p>Any node may append, and a decision on a stale aggregate is wrong. So a decision counts only if the log has no newer event in
 * the stream. That is checked before a cached aggregate is returned, or else after the command has been handled.
 */
final class CurrentAggregates implements Cache {

    private final EventStore store;
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> aggregates;

    /** {@code size} is the maximum number of aggregates. */
    CurrentAggregates(EventStore store, int size) {
        this.store = store;
        this.aggregates = Caffeine.newBuilder().maximumSize(size).build();
    }

    /** Removes all. A database that crashed may have lost an event that a cached aggregate includes. */
    void clear() {
        aggregates.invalidateAll();
    }

    /** The entry of an aggregate; null if it is not cached or is stale. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as in the interface
    public <K, V> @Nullable V get(K identifier) {
        var entry = (AggregateCacheEntry<?>) aggregates.getIfPresent(identifier);
        if (entry == null) {
            return null;
        }
        var stream = identifier.toString();
        // An entry that was never serialized still holds its aggregate, and needs none of these arguments.
        long version = entry.recreateAggregate(null, store, null, null).version();
        if (isCheckedLater(stream, version) || isCurrent(stream, version)) {
            return (V) entry;
        }
        aggregates.invalidate(identifier);
        return null;
    }

    /**
     * Whether a stale aggregate would be detected later. A command without a transaction has one aggregate: if it appends events,
     * their sequence numbers conflict; if not, {@link #confirms} checks the attempt.
     */
    private static boolean isCheckedLater(String stream, long version) {
        return !TransactionSynchronizationManager.isActualTransactionActive()
                && CommandAttempt.recordUnverified(stream, version);
    }

    private boolean isCurrent(String stream, long version) {
        return store.lastSequenceNumberFor(stream).equals(Optional.of(version));
    }

    /** Whether an attempt was not decided on a stale aggregate. Removes stale ones. */
    boolean confirms(CommandAttempt attempt) {
        boolean confirmed = true;
        if (attempt.appended().isEmpty()) {
            for (var used : attempt.unverified().entrySet()) {
                if (!isCurrent(used.getKey(), used.getValue())) {
                    aggregates.invalidate(used.getKey());
                    confirmed = false;
                }
            }
        }
        return confirmed;
    }

    /** Adds an entry. An aggregate without events has no identifier yet, and is not cached. */
    @Override
    public void put(@Nullable Object identifier, Object entry) {
        if (identifier != null) {
            aggregates.put(identifier, entry);
        }
    }

    @Override
    public boolean putIfAbsent(Object identifier, Object entry) {
        return aggregates.asMap().putIfAbsent(identifier, entry) == null;
    }

    @Override
    public boolean remove(Object identifier) {
        return aggregates.asMap().remove(identifier) != null;
    }

    @Override
    public boolean containsKey(Object identifier) {
        return aggregates.asMap().containsKey(identifier);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("Nothing listens to the cache of aggregates");
    }
}
