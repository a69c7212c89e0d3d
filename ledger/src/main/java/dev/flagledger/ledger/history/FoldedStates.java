package dev.flagledger.ledger.history;

import dev.flagledger.api.event.Erasing;
import dev.flagledger.ledger.history.checkpoint.Positioned;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.store.LogRow;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current state of the fold, and the recent ones. Reads are thread-safe; events are folded by one thread at a time.
 *
 * @param <S> the state; immutable
 */
final class FoldedStates<S> {

    private static final Logger LOG = LoggerFactory.getLogger(FoldedStates.class);

    /** States share what did not change between them, so this many cost little more than one. */
    private static final int RECENT = 1_024;

    private final Folding<S> folding;
    private final List<Consumer<Recorded>> watchers = new CopyOnWriteArrayList<>();
    private final NavigableMap<Long, Recorded> waiting = new TreeMap<>();
    private final AtomicReferenceArray<Positioned<S>> recent = new AtomicReferenceArray<>(RECENT);
    private final AtomicReferenceArray<Recorded> events = new AtomicReferenceArray<>(RECENT);
    private volatile Positioned<S> current;

    FoldedStates(Folding<S> folding) {
        this.folding = folding;
        this.current = folding.empty();
        show(current);
    }

    void watch(Consumer<Recorded> watcher) {
        watchers.add(watcher);
    }

    Positioned<S> current() {
        return current;
    }

    Optional<Positioned<S>> at(long position) {
        return Optional.ofNullable(recent.get(place(position))).filter(at -> at.position() == position);
    }

    /**
     * The event at this position, if it was handed over by an append and folded recently. Events that were read from the log are
     * not kept, since they lack the names of actors.
     */
    Optional<Recorded> event(long position) {
        return Optional.ofNullable(events.get(place(position))).filter(event -> event.position() == position);
    }

    /** Continues from a state that was folded elsewhere. */
    void begin(Positioned<S> at) {
        show(at);
    }

    /**
     * Takes events from an append, in any order, and folds those that follow the current state without a gap. Events that are
     * included already are ignored.
     *
     * @return false if the events have to be read from the log instead, whose rows name the project: one cannot be folded, or a
     *     project is withheld
     */
    boolean take(List<Recorded> events) {
        if (!current.withheld().isEmpty()) {
            return false;
        }
        events.forEach(event -> waiting.put(event.position(), event));
        while (!waiting.isEmpty() && waiting.firstKey() <= current.position() + 1) {
            var event = waiting.pollFirstEntry().getValue();
            if (event.position() > current.position() && !advance(event)) {
                waiting.clear();
                return false;
            }
        }
        return true;
    }

    private boolean advance(Recorded event) {
        try {
            var next = folding.after(current, event);
            notifyWatchers(event);
            show(next, event);
            events.set(place(event.position()), event);
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    /**
     * Folds rows of the log. Events that are included already are ignored.
     *
     * @throws RuntimeException if an event without a project cannot be folded; the state remains the one before it
     */
    void read(List<LogRow> rows) {
        for (var row : rows) {
            if (row.position() > current.position()) {
                advance(row);
            }
        }
        waiting.headMap(current.position(), true).clear();
    }

    private void advance(LogRow row) {
        var next = folding.after(current, row);
        if (next.withheld().size() > current.withheld().size()) {
            LOG.error(
                    "Project {} is withheld: its event at position {} cannot be folded: {}",
                    row.project(),
                    row.position(),
                    next.withheld().get(row.project()));
        } else if (!row.isEmpty() && (row.project() == null || !next.withheld().containsKey(row.project()))) {
            notifyWatchers(row.event());
            show(next, row.event());
            return;
        }
        show(next);
    }

    private void notifyWatchers(Recorded event) {
        watchers.forEach(watcher -> watcher.accept(event));
    }

    /** After an erasure, drops earlier states and events, since they may contain data of the person. */
    private void show(Positioned<S> at, Recorded event) {
        if (event.event() instanceof Erasing) {
            for (int place = 0; place < RECENT; place++) {
                recent.set(place, null);
                events.set(place, null);
            }
        }
        show(at);
    }

    private void show(Positioned<S> at) {
        current = at;
        recent.set(place(at.position()), at);
    }

    private static int place(long position) {
        return (int) (position % RECENT);
    }
}
