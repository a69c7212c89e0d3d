package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** A row of the configuration log with the project that it belongs to. Its event may be unreadable, or pruned. */
public final class LogRow {

    private final long position;
    private final @Nullable Integer project;
    private final @Nullable Recorded event;
    private final @Nullable RuntimeException failure;

    private LogRow(
            long position, @Nullable Integer project, @Nullable Recorded event, @Nullable RuntimeException failure) {
        this.position = position;
        this.project = project;
        this.event = event;
        this.failure = failure;
    }

    /** A row with a readable event. */
    public static LogRow of(Recorded event, @Nullable Integer project) {
        return new LogRow(event.position(), project, event, null);
    }

    /** A row of an event that was pruned and that no fold needs. */
    public static LogRow empty(long position, @Nullable Integer project) {
        return new LogRow(position, project, null, null);
    }

    /** A row whose event could not be read. */
    public static LogRow unreadable(long position, @Nullable Integer project, RuntimeException failure) {
        return new LogRow(position, project, null, failure);
    }

    /** The position in the total order. */
    public long position() {
        return position;
    }

    /** The project that the event belongs to; null if none. */
    public @Nullable Integer project() {
        return project;
    }

    /** Whether the row has no event, since it was pruned. */
    public boolean isEmpty() {
        return event == null && failure == null;
    }

    /**
     * The event.
     *
     * @throws RuntimeException the reason, if it could not be read
     */
    public Recorded event() {
        if (event == null) {
            throw failure == null ? new IllegalStateException("the event was pruned") : failure;
        }
        return event;
    }
}
