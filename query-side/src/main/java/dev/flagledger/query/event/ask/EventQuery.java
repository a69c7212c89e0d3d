package dev.flagledger.query.event.ask;

import dev.flagledger.query.audit.row.Action;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the events. Null stands for any.
 *
 * @param search part of the summary or the note, ignoring case; empty for any
 * @param request the id of the request that caused the events
 * @param cursor where to begin
 * @param limit the maximum number of events; null if the request has none
 * @param patience how long to wait for a first event
 */
public record EventQuery(
        TimeRange time,
        @Nullable ActorFilter actor,
        @Nullable String type,
        @Nullable Action action,
        ObjectFilter objects,
        String search,
        @Nullable String request,
        EventCursor cursor,
        @Nullable Integer limit,
        Duration patience) {

    /** The largest and default number of events of a page. */
    static final int MAX_PAGE = 999;

    /** The conditions, without the cursor. */
    public EventCriteria criteria() {
        var criteria = objects.restrict(time.restrict(new EventCriteria()))
                .equal("type", type)
                .equal("action", action == null ? null : action.wireName())
                .equal("request_id", request)
                .containing(search);
        return actor == null ? criteria : actor.restrict(criteria);
    }

    /** Whether it asks for what the rows of the audit log know of events, and the columns of the log do not. */
    public boolean ofRows() {
        return objects.feature() != null
                || objects.segment() != null
                || objects.identity() != null
                || !search.isEmpty();
    }

    /** The number of events of a page. */
    public int page() {
        return limit == null ? MAX_PAGE : Math.min(limit, MAX_PAGE);
    }

    /** How long to wait; only a list that continues after a position can get a first event. */
    public Duration waiting() {
        return cursor.ascends() ? patience : Duration.ZERO;
    }

    /** The same query, of one feature. */
    public EventQuery ofFeature(int id) {
        return with(objects.ofFeature(id));
    }

    /** The same query, of one identity. */
    public EventQuery ofIdentity(int id, int environmentId) {
        return with(objects.ofIdentity(id, environmentId));
    }

    /** The same query, of what is before a position. */
    public EventQuery before(long position) {
        return new EventQuery(
                time, actor, type, action, objects, search, request, cursor.endingBefore(position), limit, patience);
    }

    /** What is asked, as in the query of a request, of which only {@code %} and {@code &} are encoded; empty for all. */
    public String text() {
        return FilterText.of(this);
    }

    /** The same of what tells admins of one organisation nothing of another: without text and objects. */
    public String sharedText() {
        return FilterText.shared(this);
    }

    private EventQuery with(ObjectFilter others) {
        return new EventQuery(time, actor, type, action, others, search, request, cursor, limit, patience);
    }
}
