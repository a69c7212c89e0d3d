package dev.flagledger.query.usage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Counts things in memory, from many threads, until somebody takes the counts over. */
final class Tally<K extends Record> {

    private final Map<K, Long> counts = new ConcurrentHashMap<>();
    private final Comparator<K> order;

    /** @param order in which counts are handed over: that of others who count the same, so that none waits for another */
    Tally(Comparator<K> order) {
        this.order = order;
    }

    /** So many more of these. */
    void add(K key, long more) {
        counts.merge(key, more, Long::sum);
    }

    /**
     * Hands over what was counted since the last time. If the receiver fails, it is counted on. Whoever comes meanwhile waits, so
     * that nothing is between memory and the receiver when this returns.
     */
    synchronized void drain(Consumer<Map<K, Long>> receiver) {
        Map<K, Long> taken = new TreeMap<>(order);
        for (var key : List.copyOf(counts.keySet())) {
            var count = counts.remove(key);
            if (count != null) {
                taken.put(key, count);
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
