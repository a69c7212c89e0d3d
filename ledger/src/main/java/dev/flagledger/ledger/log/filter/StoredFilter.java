package dev.flagledger.ledger.log.filter;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions on stored events, all of which must hold. Those that are given null are none. */
public final class StoredFilter {

    /** All events. */
    public static final StoredFilter ALL = new StoredFilter(List.of());

    private final List<Condition> conditions;

    /**
     * A condition.
     *
     * @param name what it is called
     * @param sql with one question mark, for the value
     * @param text the value as shown to people
     * @param projection what writes the tables that it reads beside the log; null for none
     */
    private record Condition(
            String name,
            String sql,
            Object value,
            String text,
            @Nullable String projection) {}

    private StoredFilter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /** Requires the organisation with this id. */
    public StoredFilter organisation(@Nullable Integer id) {
        return equal("organisation", "organisation_id", id);
    }

    /** Requires the stream with this name. */
    public StoredFilter stream(@Nullable String name) {
        return equal("stream", "aggregate_id", name);
    }

    /** Requires the project with this id. */
    public StoredFilter project(@Nullable Integer id) {
        return equal("project", "project_id", id);
    }

    /** Requires the environment with this id. */
    public StoredFilter environment(@Nullable Integer id) {
        return equal("environment", "environment_id", id);
    }

    /** Requires a time at or after an instant. */
    public StoredFilter from(@Nullable Instant instant) {
        return time("from", ">=", instant);
    }

    /** Requires a time before an instant. */
    public StoredFilter until(@Nullable Instant instant) {
        return time("until", "<", instant);
    }

    /** Requires a kind of actor, in capital letters as stored, and the actor with this id. */
    public StoredFilter actor(@Nullable String kind, @Nullable Integer id) {
        return equal("actor_kind", "actor_kind", kind).equal("actor_id", "actor_id", id);
    }

    /** Requires the event with this stored name. */
    public StoredFilter type(@Nullable String name) {
        return equal("type", "payload_type", name);
    }

    /** Requires one of the stored names of the events of an action; none of them matches if there are none. */
    public StoredFilter action(@Nullable Collection<String> types) {
        var list = types == null ? null : String.join(",", types);
        return and("action", "event.payload_type = any(string_to_array(?, ','))", list, list);
    }

    /** Requires an object as {@code kind:id}. */
    public StoredFilter object(@Nullable String object) {
        return equal("object", "object", object);
    }

    /** Requires the id of the request that caused the events. */
    public StoredFilter request(@Nullable String id) {
        return equal("request", "request_id", id);
    }

    /**
     * Requires one of the positions that a read model has of a value.
     *
     * @param projection what writes the read model
     * @param name what the condition is called
     * @param positions the query of the positions, with one question mark for the value
     * @param shown the value as shown to people
     */
    public StoredFilter in(String projection, String name, String positions, Object value, Object shown) {
        return and(new Condition(name, "event.position in (" + positions + ")", value, shown.toString(), projection));
    }

    /** The projections whose read models have to include the events, as they know what the log does not. */
    public Set<String> projections() {
        return conditions.stream()
                .map(Condition::projection)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    /** The conditions as SQL, each after an {@code and}. */
    public String sql() {
        return conditions.stream().map(condition -> " and " + condition.sql()).collect(joining());
    }

    /** The values for the question marks of the SQL, in order. */
    public List<Object> values() {
        return conditions.stream().map(Condition::value).toList();
    }

    /** The conditions by name, as shown to people. */
    public Map<String, String> texts() {
        return conditions.stream()
                .collect(toMap(Condition::name, Condition::text, (_, last) -> last, LinkedHashMap::new));
    }

    private StoredFilter equal(String name, String column, @Nullable Object value) {
        return and(name, "event." + column + " = ?", value, value);
    }

    private StoredFilter time(String name, String comparison, @Nullable Instant instant) {
        var value = instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        return and(name, "event.recorded_at " + comparison + " ?", value, instant);
    }

    private StoredFilter and(String name, String sql, @Nullable Object value, @Nullable Object shown) {
        return value == null ? this : and(new Condition(name, sql, value, String.valueOf(shown), null));
    }

    private StoredFilter and(Condition condition) {
        return new StoredFilter(
                Stream.concat(conditions.stream(), Stream.of(condition)).toList());
    }
}
