package dev.flagledger.query.usage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Counts things in memory, from many threads, until somebody takes the counts over. */
final class Tally<K extends Record> {

    /** Stands for a counter that was thrown away, so that nobody counts on it. */
    private static final long GONE = -1;

    private final Map<K, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Comparator<K> order;

    /** @param order in which counts are handed over: that of others who count the same, so that none waits for another */
    Tally(Comparator<K> order) {
        this.order = order;
    }

    /** So many more of these; not negative. */
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
            // Whoever throws it away may be slow to; nobody waits for that.
            counts.remove(key, counter);
        }
        return before != GONE;
    }

    /**
     * Hands over what was counted since the last time. If the receiver fails, it is counted on. Whoever comes meanwhile waits, so
     * that nothing is between memory and the receiver when this returns.
     */
    synchronized void drain(Consumer<Map<K, Long>> receiver) {
        Map<K, Long> taken = new TreeMap<>(order);
        for (var entry : List.copyOf(counts.entrySet())) {
            long count = entry.getValue().getAndSet(GONE);
            counts.remove(entry.getKey(), entry.getValue());
            if (count > 0) {
                taken.put(entry.getKey(), count);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            receiver.accept(taken);
        } catch (RuntimeException e) {
            taken.forEach(this::add);
            throw e;
        }
    }
}
