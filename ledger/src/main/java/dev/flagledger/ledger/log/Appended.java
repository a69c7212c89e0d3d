package dev.flagledger.ledger.log;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Tells whoever sends a command which events it appended, in the thread that handles it. */
public final class Appended {

    private static final ScopedValue<List<TrackedEventMessage<?>>> EVENTS = ScopedValue.newInstance();

    private Appended() {}

    /** Runs the work and returns the events that it appended, in their order. */
    public static List<TrackedEventMessage<?>> during(Runnable work) {
        var events = new ArrayList<TrackedEventMessage<?>>();
        ScopedValue.where(EVENTS, events).run(work);
        return events;
    }

    static void add(List<TrackedEventMessage<?>> events) {
        if (EVENTS.isBound()) {
            EVENTS.get().addAll(events);
        }
    }
}
