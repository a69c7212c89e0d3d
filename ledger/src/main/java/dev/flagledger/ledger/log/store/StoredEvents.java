package dev.flagledger.ledger.log.store;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.proof.entry.EntryColumns;
import dev.flagledger.ledger.proof.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads events as they are stored. */
@Component
public final class StoredEvents {

    /** The columns of an event. */
    public static final String COLUMNS = """
            event.position, event.organisation_id, event.project_id, event.environment_id, event.object, event.entry,
            event.leaf, event.residue, event.aggregate_id, event.sequence_number, event.payload_type, event.payload_revision,
            event.event_id::text as id,
            to_char(event.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
            event.actor_kind, event.actor_id""";

    private final JdbcClient jdbc;

    /** Reads from the database of this client. */
    public StoredEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The event at a position, if it matches. */
    public Optional<StoredEvent> at(StoredFilter filter, long position) {
        return find(filter, position - 1, position, 1).stream().findFirst();
    }

    /** The id of the request that caused the event at a position; empty if none did, if the event was pruned, or if there is none. */
    public Optional<String> requestOf(long position) {
        return jdbc.sql("select event.request_id from ledger.event where event.position = :position")
                .param("position", position)
                .query((row, _) -> Optional.ofNullable(row.getString("request_id")))
                .optional()
                .flatMap(Function.identity());
    }

    /** The next matches after a position, up to and including another, at most {@code limit}. */
    public List<StoredEvent> find(StoredFilter filter, long after, long upTo, int limit) {
        return jdbc.sql("select " + COLUMNS + " from ledger.event where true" + filter.sql()
                        + " and event.position > ? and event.position <= ? order by event.position limit ?")
                .params(filter.values())
                .params(after, upTo, limit)
                .query((row, _) -> event(row))
                .list();
    }

    /** The events at these positions that match, by position. */
    public List<StoredEvent> at(StoredFilter filter, Collection<Long> positions) {
        return jdbc.sql("select " + COLUMNS + " from ledger.event where true" + filter.sql()
                        + " and event.position = any(cast(? as bigint[])) order by event.position")
                .params(filter.values())
                .param(array(positions))
                .query((row, _) -> event(row))
                .list();
    }

    /** The leaf hashes of the events at these positions. */
    public Map<Long, Hash> leaves(Collection<Long> positions) {
        return jdbc
                .sql("select event.position, event.leaf from ledger.event"
                        + " where event.position = any(cast(:positions as bigint[]))")
                .param("positions", array(positions))
                .query((row, _) -> Map.entry(row.getLong("position"), Hash.of(row.getBytes("leaf"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String array(Collection<Long> positions) {
        return positions.stream().map(Object::toString).collect(joining(",", "{", "}"));
    }

    /** The event of a row with {@link #COLUMNS}. */
    public static StoredEvent event(ResultSet row) throws SQLException {
        var scope = new EventScope(
                row.getObject("organisation_id", Integer.class),
                row.getObject("project_id", Integer.class),
                row.getObject("environment_id", Integer.class),
                row.getString("object"));
        var entry = row.getBytes("entry");
        long position = row.getLong("position");
        return entry == null
                ? new StoredEvent(position, scope, pruned(row))
                : new StoredEvent(position, scope, new Entry(entry));
    }

    private static PrunedEntry pruned(ResultSet row) throws SQLException {
        var actor = row.getObject("actor_id", Integer.class);
        var residue = row.getBytes("residue");
        return new PrunedEntry(
                new EntryColumns(
                        row.getString("aggregate_id"),
                        row.getLong("sequence_number"),
                        row.getString("payload_type"),
                        row.getLong("payload_revision"),
                        row.getString("id"),
                        row.getString("at"),
                        row.getString("actor_kind"),
                        actor == null ? null : (Long) actor.longValue(),
                        null),
                Hash.of(row.getBytes("leaf")),
                residue == null ? null : new Entry(residue));
    }
}
