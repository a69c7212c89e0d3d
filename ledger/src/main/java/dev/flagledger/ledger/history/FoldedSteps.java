package dev.flagledger.ledger.history;

import dev.flagledger.ledger.history.checkpoint.Positioned;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.log.store.LogRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes states from the node's history where it still has them, and folds the others. A projection may be set back (a failed
 * batch, a rebuild) or forward (another node ran it meanwhile); the states follow, from the nearest checkpoint if necessary.
 */
final class FoldedSteps<S> implements Steps<S> {

    private final EventLog log;
    private final History<S> history;
    private final Folding<S> folding;
    private final PastStates<S> past;
    private Positioned<S> first;
    private Positioned<S> last;

    FoldedSteps(EventLog log, History<S> history, Folding<S> folding, PastStates<S> past) {
        this.log = log;
        this.history = history;
        this.folding = folding;
        this.past = past;
        this.first = folding.empty();
        this.last = folding.empty();
    }

    @Override
    public boolean caughtUp() {
        return history.caughtUp();
    }

    @Override
    public LogRange<S> after(long position, int limit) {
        // What the history shows is durable, and known to this version.
        long upTo = Math.min(position + limit, history.at().position());
        if (!history.caughtUp() || upTo <= position) {
            return new LogRange<>(List.of(), position);
        }
        return known(position, upTo).orElseGet(() -> read(position, upTo));
    }

    /** The steps from the recent states of the history, without reading the log. */
    private Optional<LogRange<S>> known(long position, long upTo) {
        var steps = new ArrayList<Step<S>>();
        var begin = history.recent(position);
        var before = begin;
        for (long next = position + 1; next <= upTo; next++) {
            var event = history.recentEvent(next);
            var after = history.recent(next);
            if (before.isEmpty() || event.isEmpty() || after.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Step<>(before.get().state(), event.get(), after.get().state()));
            before = after;
        }
        // Where to continue when the history has dropped them.
        first = begin.orElseThrow();
        last = before.orElseThrow();
        return Optional.of(new LogRange<>(steps, upTo));
    }

    private LogRange<S> read(long position, long upTo) {
        first = history.recent(position).orElseGet(() -> past.onward(newestUpTo(position), position));
        last = first;
        var steps = new ArrayList<Step<S>>();
        for (var row : log.rows(position, upTo)) {
            var before = last;
            last = history.recent(row.position()).orElseGet(() -> folding.after(before, row));
            if (!row.isEmpty() && !isWithheld(row)) {
                steps.add(new Step<>(before.state(), row.event(), last.state()));
            }
        }
        return new LogRange<>(steps, last.position());
    }

    private boolean isWithheld(LogRow row) {
        var project = row.project();
        return project != null && last.withheld().containsKey(project);
    }

    /** The nearest state at or before a position: its own, or a checkpoint. */
    private Positioned<S> newestUpTo(long position) {
        var own = Stream.of(last, first)
                .filter(at -> at.position() <= position)
                .findFirst()
                .orElse(folding.empty());
        if (own.position() == position) {
            return own;
        }
        var stored = past.newest(position);
        return own.position() > stored.position() ? own : stored;
    }
}
