package dev.flagledger.query.event.ask;

import dev.flagledger.query.audit.row.Action;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the events. Null stands for any.
 *
 * @param from the first instant, included
 * @param until the first instant that is not included
 * @param search part of the summary or the note, ignoring case; empty for any
 * @param request the id of the request that caused the events
 * @param cursor where to begin
 * @param limit the maximum number of events; null if the request has none
 * @param patience how long to wait for a first event
 */
public record EventQuery(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable ActorFilter actor,
        @Nullable String type,
        @Nullable Action action,
        @Nullable String object,
        @Nullable Integer project,
        @Nullable Integer environment,
        @Nullable Integer feature,
        @Nullable Integer segment,
        @Nullable Integer identity,
        String search,
        @Nullable String request,
        EventCursor cursor,
        @Nullable Integer limit,
        Duration patience) {

    /** The largest and default number of events of a page. */
    static final int MAX_PAGE = 999;

    /** The conditions, without the cursor. */
    public EventCriteria criteria() {
        var criteria = new EventCriteria()
                .from(from)
                .until(until)
                .equal("type", type)
                .equal("action", action == null ? null : action.wireName())
                .equal("object", object)
                .equal("project_id", project)
                .equal("environment_id", environment)
                .equal("feature_id", feature)
                .equal("segment_id", segment)
                .equal("identity_id", identity)
                .equal("request_id", request)
                .containing(search);
        return actor == null
                ? criteria
                : criteria.equal("actor_kind", actor.kind().name()).equal("actor_id", actor.id());
    }

    /** The number of events of a page. */
    public int page() {
        return limit == null ? MAX_PAGE : Math.min(limit, MAX_PAGE);
    }

    /** How long to wait; only a list that continues after a position can get a first event. */
    public Duration waiting() {
        return cursor.ascends() ? patience : Duration.ZERO;
    }

    /** Whether an instant is within the time that is asked for. */
    public boolean includes(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    /** The same query, of one feature. */
    public EventQuery ofFeature(int id) {
        return with(id, identity, environment);
    }

    /** The same query, of one identity. */
    public EventQuery ofIdentity(int id, int environmentId) {
        return with(feature, id, environmentId);
    }

    private EventQuery with(
            @Nullable Integer newFeature, @Nullable Integer newIdentity, @Nullable Integer newEnvironment) {
        return new EventQuery(
                from,
                until,
                actor,
                type,
                action,
                object,
                project,
                newEnvironment,
                newFeature,
                segment,
                newIdentity,
                search,
                request,
                cursor,
                limit,
                patience);
    }
}
