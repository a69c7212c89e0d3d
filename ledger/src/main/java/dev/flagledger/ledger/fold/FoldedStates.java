package dev.flagledger.ledger.fold;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.ledger.log.EventLog;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The states that events fold to: the last one, and those shortly before it. Anybody may read them at any time; events are
 * taken in by one thread at a time.
 *
 * @param <S> what is folded; immutable
 */
final class FoldedStates<S> {

    /** States share all but what changed between them, so that this many cost little more than one. */
    private static final int RECENT = 1_024;

    private final BiFunction<S, RecordedEvent, S> fold;
    private final List<Consumer<RecordedEvent>> watchers = new CopyOnWriteArrayList<>();
    private final NavigableMap<Long, RecordedEvent> waiting = new TreeMap<>();
    private final AtomicReferenceArray<At<S>> recent = new AtomicReferenceArray<>(RECENT);
    private volatile At<S> current;
    private boolean stuck;

    FoldedStates(S empty, BiFunction<S, RecordedEvent, S> fold) {
        this.fold = fold;
        this.current = new At<>(EventLog.BEGINNING, empty);
        recent.set(place(EventLog.BEGINNING), current);
    }

    void watch(Consumer<RecordedEvent> watcher) {
        watchers.add(watcher);
    }

    At<S> current() {
        return current;
    }

    Optional<At<S>> at(long position) {
        return Optional.ofNullable(recent.get(place(position))).filter(at -> at.position() == position);
    }

    /**
     * Takes events in, whatever their order, and folds all that follow without a gap upon the last state. Those that were
     * folded before are passed over.
     *
     * @throws RuntimeException if one cannot be folded; the state stays what it was before it, for good
     */
    void take(List<RecordedEvent> events) {
        if (stuck) {
            return;
        }
        events.forEach(event -> waiting.put(event.position(), event));
        stuck = true;
        while (!waiting.isEmpty() && waiting.firstKey() <= current.position() + 1) {
            var event = waiting.pollFirstEntry().getValue();
            if (event.position() > current.position()) {
                advance(event);
            }
        }
        stuck = false;
    }

    private void advance(RecordedEvent event) {
        watchers.forEach(watcher -> watcher.accept(event));
        current = current.evolve(fold, event);
        recent.set(place(current.position()), current);
    }

    private static int place(long position) {
        return (int) (position % RECENT);
    }
}
