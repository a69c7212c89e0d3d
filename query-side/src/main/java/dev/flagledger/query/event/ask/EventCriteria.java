package dev.flagledger.query.event.ask;

import static java.util.stream.Collectors.joining;

import dev.flagledger.ledger.database.LikePattern;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions on rows of events, all of which must hold. */
public final class EventCriteria {

    /** The text of a row that searches are for, in the form of its index. */
    static final String TEXT = "lower(event.summary || ' ' || coalesce(event.note, ''))";

    private final StringBuilder condition = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** The conditions as SQL, each after an {@code and}. */
    public String condition() {
        return condition.toString();
    }

    /** The values of the parameters by name. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    /** Requires a value of a column, unless it is null. */
    public EventCriteria equal(String column, @Nullable Object value) {
        return value == null ? this : and("event." + column + " = :" + column, column, value);
    }

    /** Requires one of these ids of requests, which have no quotation marks and no backslashes. */
    public EventCriteria requestedBy(Collection<String> ids) {
        return and(
                "event.request_id = any(cast(:requests as text[]))",
                "requests",
                ids.stream().collect(joining("\",\"", "{\"", "\"}")));
    }

    EventCriteria after(long position) {
        return and("event.position > :after", "after", position);
    }

    EventCriteria before(long position) {
        return and("event.position < :before", "before", position);
    }

    /**
     * Requires a time at or after an instant. Positions ascend with the time but for a little, because events get their times before
     * their positions; a bound on the position spares the scan of all that is older.
     */
    EventCriteria from(@Nullable Instant instant) {
        return instant == null ? this : and("""
                        event.at >= :from and event.position > coalesce((select bound.position from query.audit_event as bound
                        where bound.at < :from - interval '5 minutes' order by bound.at desc limit 1), 0)""", "from", instant.atOffset(ZoneOffset.UTC));
    }

    /** Requires a time before an instant. */
    EventCriteria until(@Nullable Instant instant) {
        return instant == null ? this : and("""
                        event.at < :until and event.position < coalesce((select bound.position from query.audit_event as bound
                        where bound.at > :until + interval '5 minutes' order by bound.at limit 1), 9223372036854775807)""", "until", instant.atOffset(ZoneOffset.UTC));
    }

    /** Requires a part of the summary or the note, ignoring case; empty for any. */
    EventCriteria containing(String text) {
        return text.isEmpty() ? this : and(TEXT + " like :pattern", "pattern", pattern(text));
    }

    /** The pattern of texts that contain this one. */
    static String pattern(String text) {
        return LikePattern.containing(text.toLowerCase(Locale.ROOT));
    }

    private EventCriteria and(String sql, String name, Object value) {
        condition.append(" and ").append(sql);
        parameters.put(name, value);
        return this;
    }
}
