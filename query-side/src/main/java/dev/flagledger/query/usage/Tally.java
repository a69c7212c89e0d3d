package dev.flagledger.query.usage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Counts things in memory, from many threads, until somebody takes the counts over. */
final class Tally<K extends Record> {

    private final Map<K, Long> counts = new ConcurrentHashMap<>();

    /** So many more of these. */
    void add(K key, long more) {
        counts.merge(key, more, Long::sum);
    }

    /** Hands over what was counted since the last time. If the receiver fails, it is counted on. */
    void drain(Consumer<Map<K, Long>> receiver) {
        Map<K, Long> taken = HashMap.newHashMap(counts.size());
        for (var key : List.copyOf(counts.keySet())) {
            var count = counts.remove(key);
            if (count != null) {
                taken.put(key, count);
            }
        }
        try {
            receiver.accept(taken);
        } catch (RuntimeException e) {
            taken.forEach(this::add);
            throw e;
        }
    }
}
