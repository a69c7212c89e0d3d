package dev.flagledger.ledger.history;

import dev.flagledger.ledger.history.checkpoint.Positioned;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.log.store.LogRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the history of the node still has a state, it is the same object, and nothing is folded twice. A projection may be set
 * back (a batch that failed, a rebuild) or ahead (another node had it meanwhile); the states follow it, from the nearest
 * checkpoint if need be.
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
    public LogRange<S> after(long position, int most) {
        // What the history shows is durable, and known to this version.
        long upTo = Math.min(position + most, history.at().position());
        if (!history.caughtUp() || upTo <= position) {
            return new LogRange<>(List.of(), position);
        }
        return known(position, upTo).orElseGet(() -> read(position, upTo));
    }

    /** From what the history still has, so that nothing is read. */
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
        // From here it goes on when the history has them no more.
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
            if (!isWithheld(row)) {
                steps.add(new Step<>(before.state(), row.event(), last.state()));
            }
        }
        return new LogRange<>(steps, last.position());
    }

    private boolean isWithheld(LogRow row) {
        var project = row.project();
        return project != null && last.withheld().containsKey(project);
    }

    /** What it has itself, unless a checkpoint is nearer. */
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
