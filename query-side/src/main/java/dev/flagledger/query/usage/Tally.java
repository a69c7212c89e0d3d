package dev.flagledger.query.usage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A thread-safe counter by key, drained by one consumer at a time. */
final class Tally<K extends Record> {

    /** Marks a counter that was removed, so that threads which still hold it retry with a new one. */
    private static final long GONE = -1;

    private final Map<K, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Comparator<K> order;

    /** @param order the order of drained counts, the same on all nodes, so that their row locks cannot deadlock */
    Tally(Comparator<K> order) {
        this.order = order;
    }

    /** Adds to the count of a key. {@code more} must not be negative. */
    void add(K key, long more) {
        boolean added = false;
        while (!added) {
            added = added(key, more);
        }
    }

    private boolean added(K key, long more) {
        var known = counts.get(key);
        var counter = known == null ? counts.computeIfAbsent(key, _ -> new AtomicLong()) : known;
        long before = counter.get();
        while (before != GONE && !counter.compareAndSet(before, before + more)) {
            before = counter.get();
        }
        if (before == GONE) {
            // The thread that marked the counter may not have removed it yet; no need to wait for it.
            counts.remove(key, counter);
        }
        return before != GONE;
    }

    /**
     * Passes the counts since the last drain to the receiver. If it fails, the counts are restored. Concurrent calls wait, so that
     * no counts are in flight when this returns.
     */
    synchronized void drain(Consumer<Map<K, Long>> receiver) {
        Map<K, Long> drained = new TreeMap<>(order);
        for (var entry : List.copyOf(counts.entrySet())) {
            long count = entry.getValue().getAndSet(GONE);
            counts.remove(entry.getKey(), entry.getValue());
            if (count > 0) {
                drained.put(entry.getKey(), count);
            }
        }
        if (drained.isEmpty()) {
            return;
        }
        try {
            receiver.accept(drained);
        } catch (RuntimeException e) {
            drained.forEach(this::add);
            throw e;
        }
    }
}
