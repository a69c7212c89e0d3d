package dev.flagledger.query.event.ask;

import org.jspecify.annotations.Nullable;

/**
 * Where a list of events begins, and in which direction it goes: after a position with the oldest event first, or before one with the
 * newest first. Because positions have no gaps and become visible in their order, no event is shown twice or missed while others are
 * written.
 *
 * @param after null to begin with the newest event
 * @param before null for no end, or to begin with the newest event
 */
public record EventCursor(@Nullable Long after, @Nullable Long before) {

    /** Begins with the newest event. */
    public static final EventCursor NEWEST = new EventCursor(null, null);

    /** Whether the oldest event comes first. */
    public boolean ascends() {
        return after != null;
    }

    /** The direction in SQL. */
    public String order() {
        return ascends() ? "asc" : "desc";
    }

    /** Adds the conditions of the cursor. */
    public EventCriteria restrict(EventCriteria criteria) {
        if (after != null) {
            criteria.after(after);
        }
        return before == null ? criteria : criteria.before(before);
    }

    /** The same cursor, which ends before a position if it does not do so earlier. */
    EventCursor endingBefore(long position) {
        return new EventCursor(after, before == null ? position : Math.min(before, position));
    }

    /** The cursor of what follows an event. */
    public EventCursor past(long position) {
        return ascends() ? new EventCursor(position, before) : new EventCursor(null, position);
    }
}
