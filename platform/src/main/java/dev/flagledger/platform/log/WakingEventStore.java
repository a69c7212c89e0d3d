package dev.flagledger.platform.log;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** An event store whose readers can be woken from outside, and that says when there is reason to wake others. */
final class WakingEventStore extends EmbeddedEventStore {

    private final Runnable onAppend;

    /** {@code onAppend} is run after each commit of events by this process, and must not block. */
    WakingEventStore(Builder builder, Runnable onAppend) {
        super(builder);
        this.onAppend = onAppend;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        onAppend.run();
    }

    /** Has the readers look for events now rather than at their next poll. */
    void wake() {
        super.afterCommit(List.of());
    }
}
