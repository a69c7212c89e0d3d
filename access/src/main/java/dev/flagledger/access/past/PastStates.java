package dev.flagledger.access.past;

import dev.flagledger.access.past.AsOf.Point;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import java.time.Clock;
import java.time.Instant;
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
                yield new PastState(position, instant, states.of(project, position));
            }
            case Point.After(var position) -> {
                if (position > history.at().position() && position > log.head()) {
                    throw asOf.future();
                }
                if (position == EventLog.BEGINNING) {
                    throw asOf.beforeTheBeginning();
                }
                yield new PastState(position, recordedAt(position), states.of(project, position));
            }
        };
    }

    /** Returns the state of a project after a position that the log has reached; empty after position 0. */
    public Installation after(int project, long position) {
        return states.of(project, position);
    }

    /** Returns the event of a project at a position; empty if there is none, or it belongs to another project. */
    public Optional<LedgerEvent> event(int project, long position) {
        return log.unnamedRows(position - 1, position).stream()
                .filter(row -> Objects.equals(row.project(), project))
                .map(row -> (LedgerEvent) row.event().event())
                .findFirst();
    }

    /** Returns the current state. */
    public PastState current() {
        var current = history.at();
        return new PastState(current.position(), clock.instant(), current.state());
    }

    private Instant recordedAt(long position) {
        return log.unnamedRows(position - 1, position).getFirst().event().at();
    }
}
