package dev.flagledger.ledger.history;

import dev.flagledger.ledger.history.checkpoint.Checkpoints;
import dev.flagledger.ledger.history.checkpoint.Positioned;
import dev.flagledger.ledger.log.store.EventLog;
import java.util.Optional;

/** Computes states at earlier positions: the newest checkpoint before a position, and the events in between. */
final class PastStates<S> {

    private final EventLog log;
    private final Folding<S> folding;
    private final Optional<Checkpoints<S>> checkpoints;

    PastStates(EventLog log, Folding<S> folding, Optional<Checkpoints<S>> checkpoints) {
        this.log = log;
        this.folding = folding;
        this.checkpoints = checkpoints;
    }

    /** The newest checkpoint up to this position; the empty state if there is none. */
    Positioned<S> newest(long upTo) {
        return checkpoints.flatMap(stored -> stored.newest(upTo)).orElse(folding.empty());
    }

    /** The whole state at a position. */
    Positioned<S> at(long position) {
        return onward(newest(position), position);
    }

    /** Continues from an earlier state to a position. */
    Positioned<S> onward(Positioned<S> from, long position) {
        var reached = from;
        while (reached.position() < position) {
            long next = Math.min(reached.position() + ReadAhead.PAGE, position);
            reached = folding.after(reached, log.unnamedRows(reached.position(), next));
            if (reached.position() < next) {
                throw new IllegalStateException("The log has no event at position " + (reached.position() + 1));
            }
        }
        return reached;
    }

    /** The state at a position with one project and what belongs to none. */
    Positioned<S> asOf(int project, long position) {
        var from =
                checkpoints.flatMap(stored -> stored.newest(position, project)).orElse(folding.empty());
        var reached = folding.after(from, log.unnamedRowsOf(project, from.position(), position));
        return new Positioned<>(position, reached.state(), reached.withheld());
    }
}
