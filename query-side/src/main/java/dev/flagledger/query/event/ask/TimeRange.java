package dev.flagledger.query.event.ask;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that events are of.
 *
 * @param from the first instant, included; null for no bound
 * @param until the first instant that is not included; null for no bound
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant until) {

    /** Whether an instant is within this time. */
    public boolean includes(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    /** Whether nothing before an instant is within this time; false for null. */
    public boolean isAfter(@Nullable Instant instant) {
        return from != null && instant != null && !instant.isAfter(from);
    }

    EventCriteria restrict(EventCriteria criteria) {
        return criteria.from(from).until(until);
    }
}
