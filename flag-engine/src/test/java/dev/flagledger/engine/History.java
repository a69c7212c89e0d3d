package dev.flagledger.engine;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.InstallationParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds a log: each event gets the next position, one second after the previous one. */
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
            var recorded = new RecordedEvent(events.size() + 1, at(events.size() + 1), ANA, Origin.NONE, event);
            events.add(recorded);
            state = state.evolve(recorded);
        }
        return this;
    }

    /** Returns the time of the event at this position. */
    public static Instant at(long position) {
        return DAWN.plusSeconds(position);
    }

    public Installation state() {
        return state;
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** Maps any number to a position in the log. */
    public int cut(int any) {
        return cut(any, 0);
    }

    /** Maps any number to a position in the log that is not before another. */
    public int cut(int any, int from) {
        return from + Math.floorMod(any, events.size() - from + 1);
    }

    public RecordedEvent last() {
        return events.getLast();
    }

    /** Returns the installation before the last event. */
    public Installation before() {
        return fold(Installation.EMPTY, events.subList(0, events.size() - 1));
    }

    /** Restores an installation from some of its parts. */
    public static Installation together(Installation from, Set<Integer> parts) {
        var together = Installation.EMPTY;
        for (var part : InstallationParts.cut(from, parts).values()) {
            together = InstallationParts.with(together, part);
        }
        return together;
    }

    public static Installation fold(Installation from, List<RecordedEvent> events) {
        var state = from;
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }
}
