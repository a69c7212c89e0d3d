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
 * The states that events fold to: the last one, and those shortly before it. Anybody may read them at any time; events are
 * taken in by one thread at a time.
 *
 * @param <S> what is folded; immutable
 */
final class FoldedStates<S> {

    private static final Logger LOG = LoggerFactory.getLogger(FoldedStates.class);

    /** States share all but what changed between them, so that this many cost little more than one. */
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
     * The event at this position, if it was handed over and folded not long ago. Those that were read are not kept: what is read
     * to be folded does not say what actors are called.
     */
    Optional<Recorded> event(long position) {
        return Optional.ofNullable(events.get(place(position))).filter(event -> event.position() == position);
    }

    /** Goes on from a state that was folded elsewhere. */
    void begin(Positioned<S> at) {
        show(at);
    }

    /**
     * Takes in events that were handed over, whatever their order, and folds all that follow without a gap upon the last state.
     * Those that were folded before are passed over.
     *
     * @return false if they have to be read from the log instead, which says of each event what it belongs to: one cannot
     *     be folded, or a project is withheld
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
            tell(event);
            show(next, event);
            events.set(place(event.position()), event);
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    /**
     * Folds what follows in the log. What was handed over meanwhile is passed over.
     *
     * @throws RuntimeException if something cannot be folded that belongs to no project; the state is the one before it
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
        } else if (row.project() == null || !next.withheld().containsKey(row.project())) {
            tell(row.event());
            show(next, row.event());
            return;
        }
        show(next);
    }

    private void tell(Recorded event) {
        watchers.forEach(watcher -> watcher.accept(event));
    }

    /** States and events from before an erasure may tell of whoever was erased. */
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
