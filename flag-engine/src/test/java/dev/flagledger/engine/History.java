package dev.flagledger.engine;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.state.Installation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log in the making: each event gets the next position, and a second more than the one before. */
public final class History {

    private static final Instant DAWN = Instant.parse("2031-01-01T00:00:00.120000Z");
    private static final Actor ANA = Actor.user(1, "ana@example.test");

    private final List<RecordedEvent> events = new ArrayList<>();
    private Installation state = Installation.EMPTY;

    public static History of(LedgerEvent... events) {
        return new History().then(events);
    }

    public History then(LedgerEvent... more) {
        for (var event : more) {
            var recorded = new RecordedEvent(events.size() + 1, at(events.size() + 1), ANA, event);
            events.add(recorded);
            state = state.evolve(recorded);
        }
        return this;
    }

    /** When the event at this position happened. */
    public static Instant at(long position) {
        return DAWN.plusSeconds(position);
    }

    public Installation state() {
        return state;
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    public RecordedEvent last() {
        return events.getLast();
    }

    /** The installation before the last event. */
    public Installation before() {
        return fold(Installation.EMPTY, events.subList(0, events.size() - 1));
    }

    public static Installation fold(Installation from, List<RecordedEvent> events) {
        var state = from;
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }
}
