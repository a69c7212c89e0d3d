package dev.flagledger.ledger.history;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.ledger.log.EventLog;
import dev.flagledger.ledger.log.LogRow;
import java.util.Optional;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Gives a projection, for each event that it handles, the states before and after it. The projection's token may move
 * back (a rolled back batch, a replay) or ahead (another node had it meanwhile); the states follow it. Where the history
 * of the node still has them, they are the same objects, and nothing is folded twice.
 *
 * <p>Used by one projection, which handles one event at a time.
 *
 * @param <S> what is folded; immutable
 */
public final class ProjectionFold<S> {

    private final EventLog log;
    private final Folding<S> folding;
    private final Past<S> past;
    private final LongFunction<Optional<At<S>>> known;
    private At<S> committed;
    private At<S> working;

    ProjectionFold(EventLog log, Folding<S> folding, Past<S> past, LongFunction<Optional<At<S>>> known) {
        this.log = log;
        this.folding = folding;
        this.past = past;
        this.known = known;
        this.committed = folding.empty();
        this.working = folding.empty();
    }

    /**
     * An event between the states around it.
     *
     * @param withheld whether the event is of a project that is withheld, and must be passed over
     */
    public record Step<S>(S before, RecordedEvent recorded, S after, boolean withheld) {}

    /** Folds the event of this message, inside the unit of work that handles it. */
    public Step<S> step(TrackedEventMessage<?> message) {
        var recorded = EventLog.recorded(message);
        var before = upTo(recorded.position());
        working = known.apply(recorded.position()).orElseGet(() -> after(before, recorded));
        // Asked for once an event, run once a batch or more: by then this is the last event of the batch.
        CurrentUnitOfWork.get().afterCommit(_ -> committed = working);
        return new Step<>(before.state(), recorded, working.state(), isWithheld(recorded.position()));
    }

    private At<S> after(At<S> before, RecordedEvent recorded) {
        if (before.withheld().isEmpty()) {
            try {
                return folding.after(before, recorded);
            } catch (RuntimeException _) {
                // What is to be done depends on the project, which is looked up below.
            }
        }
        return folding.after(before, LogRow.of(recorded, log.projectOf(recorded.position())));
    }

    private boolean isWithheld(long position) {
        if (working.withheld().isEmpty()) {
            return false;
        }
        var project = log.projectOf(position);
        return project != null && working.withheld().containsKey(project);
    }

    private At<S> upTo(long position) {
        return known.apply(position - 1).orElseGet(() -> past.onward(newestBefore(position), position - 1));
    }

    /** What it has itself, unless a checkpoint is nearer. */
    private At<S> newestBefore(long position) {
        var own = working.position() < position ? working : committed;
        if (own.position() == position - 1) {
            return own;
        }
        var stored = past.newest(position - 1);
        return own.position() < position && own.position() > stored.position() ? own : stored;
    }
}
