package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** What was read at a position of the log, and the project that it belongs to. The event itself may not be understood. */
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

    /** A row with its event. */
    public static LogRow of(Recorded event, @Nullable Integer project) {
        return new LogRow(event.position(), project, event, null);
    }

    /** A row whose event is not understood, and why. */
    public static LogRow unreadable(long position, @Nullable Integer project, RuntimeException why) {
        return new LogRow(position, project, null, why);
    }

    /** Its place in the one order. */
    public long position() {
        return position;
    }

    /** The project that the event belongs to; null if it belongs to none. */
    public @Nullable Integer project() {
        return project;
    }

    /**
     * The event.
     *
     * @throws RuntimeException why it is not understood, if that is so
     */
    public Recorded event() {
        if (event == null) {
            throw failure == null ? new IllegalStateException("a row with nothing in it") : failure;
        }
        return event;
    }
}
