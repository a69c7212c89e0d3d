package dev.flagledger.platform.log;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log in its one order. */
public final class EventLog {

    /** The position before the first event. */
    public static final long BEGINNING = 0;

    private final EventStore store;
    private final EventStorageEngine storage;
    private final JdbcClient jdbc;

    EventLog(EventStore store, EventStorageEngine storage, JdbcClient jdbc) {
        this.store = store;
        this.storage = storage;
        this.jdbc = jdbc;
    }

    /** The position of the last committed event, or {@link #BEGINNING}. */
    public long head() {
        return jdbc.sql("select coalesce(max(event.position), 0) from event")
                .query(Long.class)
                .single();
    }

    /** The events between two positions, both excluded. Must be closed. */
    public Stream<RecordedEvent> between(long after, long before) {
        return storage.readEvents(tokenAt(after), false)
                .map(EventLog::recorded)
                .takeWhile(event -> event.position() < before);
    }

    /** All events after a position, those to come included. Must be closed. */
    public BlockingStream<TrackedEventMessage<?>> follow(long after) {
        return store.openStream(tokenAt(after));
    }

    /** The event in a message that came from the log. */
    public static RecordedEvent recorded(TrackedEventMessage<?> message) {
        return new RecordedEvent(
                message.trackingToken().position().orElseThrow(),
                message.getTimestamp(),
                Attribution.actorOf(message.getMetaData()),
                (LedgerEvent) message.getPayload());
    }

    private static @Nullable TrackingToken tokenAt(long position) {
        return position <= BEGINNING ? null : GapAwareTrackingToken.newInstance(position, Set.of());
    }
}
