package dev.flagledger.access.past;

import dev.flagledger.access.past.AsOf.Point;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.log.store.LogRow;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Earlier states of projects. */
@Component
public final class PastStates {

    private final History<Installation> history;
    private final EventLog log;
    private final Clock clock;
    private final CachedStates states;

    PastStates(History<Installation> history, EventLog log, Clock clock) {
        this.history = history;
        this.log = log;
        this.clock = clock;
        this.states = new CachedStates(history);
    }

    /**
     * Returns the state of a project, whether it existed then or not.
     *
     * @throws dev.flagledger.contract.error.InvalidInput if the point is in the future, or before the first event
     * @throws Rejected if the events up to a later position are pruned; also for the lookups below
     */
    public PastState of(int project, AsOf asOf) {
        return switch (asOf.point()) {
            case Point.At(var instant) -> {
                if (instant.isAfter(clock.instant())) {
                    throw asOf.future();
                }
                long position = log.positionAt(instant);
                if (position == EventLog.BEGINNING) {
                    throw asOf.beforeTheBeginning();
                }
                yield new PastState(position, instant, after(project, position));
            }
            case Point.After(var position) -> {
                if (position > history.at().position() && position > log.head()) {
                    throw asOf.future();
                }
                if (position == EventLog.BEGINNING) {
                    throw asOf.beforeTheBeginning();
                }
                yield new PastState(position, log.recordedAt(position), after(project, position));
            }
        };
    }

    /** Returns the state of a project after a position that the log has reached; empty after position 0. */
    public Installation after(int project, long position) {
        // Before the fold, which may take long, and after it, since it may have met a pruning.
        requireKept(history.state(), project, position);
        var state = states.of(project, position);
        requireKept(history.state(), project, position);
        requireKept(state, project, position);
        return state;
    }

    /** @param knows a state that may have the project, which the current one need not have any more */
    private void requireKept(Installation knows, int project, long position) {
        var pruned = knows.project(project)
                .flatMap(known -> history.state().organisation(known.organisationId()))
                .filter(organisation -> position < organisation.retention().prunedTo());
        if (pruned.isPresent()) {
            throw new Rejected(new Rejection.Pruned());
        }
    }

    /** Returns the event of a project at a position; empty if there is none, or it belongs to another project. */
    public Optional<LedgerEvent> event(int project, long position) {
        return log.unnamedRows(position - 1, position).stream()
                .filter(row -> Objects.equals(row.project(), project))
                .map(PastStates::event)
                .findFirst();
    }

    private static LedgerEvent event(LogRow row) {
        if (row.isEmpty()) {
            throw new Rejected(new Rejection.Pruned());
        }
        return (LedgerEvent) row.event().event();
    }

    /** Returns the current state. */
    public PastState current() {
        var current = history.at();
        return new PastState(current.position(), clock.instant(), current.state());
    }
}
