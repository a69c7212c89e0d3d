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
 * The aggregates that were used last, so that a command need not read the whole stream of one with a long history.
 *
 * <p>Any node may append, and an aggregate that has missed an event would refuse a change, or think that it changes nothing.
 * So what is decided on one counts only if the log holds nothing newer of its stream. That is looked up before it is given
 * out, or else when the command has been handled.
 */
final class CurrentAggregates implements Cache {

    private final EventStore store;
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> aggregates;

    /** {@code size}: how many aggregates to keep at most. */
    CurrentAggregates(EventStore store, int size) {
        this.store = store;
        this.aggregates = Caffeine.newBuilder().maximumSize(size).build();
    }

    /** Forgets all of them. A database that crashed may have lost an event that one of them has, and another took its place. */
    void clear() {
        aggregates.invalidateAll();
    }

    /** The entry of an aggregate by its identifier; null where there is none, or where it has missed an event. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it: callers know the type
    public <K, V> @Nullable V get(K identifier) {
        var entry = (AggregateCacheEntry<?>) aggregates.getIfPresent(identifier);
        if (entry == null) {
            return null;
        }
        var stream = identifier.toString();
        // Within one process an entry still holds its aggregate, and needs nothing to make it anew.
        long version = entry.recreateAggregate(null, store, null, null).version();
        if (isCheckedLater(stream, version) || isCurrent(stream, version)) {
            return (V) entry;
        }
        aggregates.invalidate(identifier);
        return null;
    }

    /**
     * A command without a transaction has one aggregate. If it appends something, the log checks that nobody else did; if it
     * does not, its attempt has to be confirmed.
     */
    private static boolean isCheckedLater(String stream, long version) {
        return !TransactionSynchronizationManager.isActualTransactionActive()
                && CommandAttempt.remembered(stream, version);
    }

    private boolean isCurrent(String stream, long version) {
        return store.lastSequenceNumberFor(stream).equals(Optional.of(version));
    }

    /** Whether an attempt was decided on nothing that had missed an event. What had is forgotten. */
    boolean confirms(CommandAttempt attempt) {
        boolean confirmed = true;
        if (attempt.appended().isEmpty()) {
            for (var remembered : attempt.remembered().entrySet()) {
                if (!isCurrent(remembered.getKey(), remembered.getValue())) {
                    aggregates.invalidate(remembered.getKey());
                    confirmed = false;
                }
            }
        }
        return confirmed;
    }

    /** Keeps it. An aggregate of which nothing is recorded yet does not know its identifier, and is not worth keeping. */
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
