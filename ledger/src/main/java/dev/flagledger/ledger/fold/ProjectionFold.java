package dev.flagledger.ledger.fold;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.ledger.log.EventLog;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Gives a projection, for each event that it handles, the states before and after it. The projection's token may move
 * back (a rolled back batch, a replay) or ahead (another node had it meanwhile); the states follow it. Where the live fold
 * of the node still has them, they are the same objects, and nothing is folded twice.
 *
 * <p>Used by one projection, which handles one event at a time.
 *
 * @param <S> what is folded; immutable
 */
public final class ProjectionFold<S> {

    private final EventLog log;
    private final BiFunction<S, RecordedEvent, S> fold;
    private final LongFunction<Optional<At<S>>> known;
    private final At<S> empty;
    private At<S> committed;
    private At<S> working;

    /**
     * A fold of the whole log.
     *
     * @param empty what it begins with
     * @param fold must be pure
     * @param known the state at a position, where somebody else has it already
     */
    public ProjectionFold(
            EventLog log, S empty, BiFunction<S, RecordedEvent, S> fold, LongFunction<Optional<At<S>>> known) {
        this.log = log;
        this.fold = fold;
        this.known = known;
        this.empty = new At<>(EventLog.BEGINNING, empty);
        this.committed = this.empty;
        this.working = this.empty;
    }

    /** An event between the states around it. */
    public record Step<S>(S before, RecordedEvent recorded, S after) {}

    /** Folds the event of this message, inside the unit of work that handles it. */
    public Step<S> step(TrackedEventMessage<?> message) {
        var recorded = EventLog.recorded(message);
        var before = upTo(recorded.position());
        working = known.apply(recorded.position()).orElseGet(() -> before.evolve(fold, recorded));
        // Asked for once an event, run once a batch or more: by then this is the last event of the batch.
        CurrentUnitOfWork.get().afterCommit(_ -> committed = working);
        return new Step<>(before.state(), recorded, working.state());
    }

    private At<S> upTo(long position) {
        return known.apply(position - 1).orElseGet(() -> foldedUpTo(position));
    }

    private At<S> foldedUpTo(long position) {
        var from = newestBefore(position);
        if (from.position() == position - 1) {
            return from;
        }
        try (var missed = log.between(from.position(), position)) {
            return from.evolve(fold, missed);
        }
    }

    private At<S> newestBefore(long position) {
        if (working.position() < position) {
            return working;
        }
        return committed.position() < position ? committed : empty;
    }
}
