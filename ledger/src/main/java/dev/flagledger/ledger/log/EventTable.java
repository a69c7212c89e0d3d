package dev.flagledger.ledger.log;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.subject.Keyring;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Writes and reads the rows of the log. An entry is the truth; the other columns are copies of it to search by. */
final class EventTable {

    private static final long APPEND_LOCK = 0x666c61676c6f67L;

    /**
     * In one round trip: the commit need not wait for the disk, since {@link DurableCommits} waits once for all who meet;
     * one appender at a time; the keys of people who are new; what has ended, and whose key is not the one that was used; the
     * rows; what ends with them. Each is a statement of its own, so that it sees what the lock waited for.
     */
    private static final String APPEND = """
            select set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(%d);
            insert into ledger.subject_key (subject, wrapped)
            select drawn.subject, drawn.wrapped from unnest(?::text[], ?::bytea[]) as drawn (subject, wrapped)
            on conflict do nothing;
            (select ended.thing, null as subject from ledger.ended where ended.thing = any(?::text[]) limit 1)
            union all
            (select null, used.subject from unnest(?::text[], ?::bytea[]) as used (subject, wrapped)
                left join ledger.subject_key on subject_key.subject = used.subject
            where subject_key.wrapped is distinct from used.wrapped and subject_key.erased_at is null limit 1);
            insert into ledger.event (position, event_id, aggregate_id, sequence_number, recorded_at,
                payload_type, payload_revision, organisation_id, project_id, environment_id, object,
                actor_kind, actor_id, request_id, entry, leaf)
            select head.position + appended.ordinal, appended.event_id, appended.aggregate_id,
                appended.sequence_number, appended.recorded_at, appended.payload_type, appended.payload_revision,
                appended.organisation_id, appended.project_id, appended.environment_id, appended.object,
                appended.actor_kind, appended.actor_id, appended.request_id, appended.entry, appended.leaf
            from (select coalesce(max(event.position), 0) as position from ledger.event) as head,
                unnest(?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::int[],
                    ?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::bytea[], ?::bytea[]) with ordinality
                as appended (event_id, aggregate_id, sequence_number, recorded_at, payload_type,
                    payload_revision, organisation_id, project_id, environment_id, object, actor_kind, actor_id,
                    request_id, entry, leaf, ordinal)
            order by appended.ordinal
            returning event.position;
            insert into ledger.ended (thing) select unnest(?::text[]) on conflict do nothing
            """.formatted(APPEND_LOCK);

    private final DataSource database;
    private final JdbcClient jdbc;
    private final EntryFormat format;
    private final SubjectKeys keys;
    private final LogRows rows;
    private final ContextResolver contexts;

    EventTable(DataSource database, EntryFormat format, SubjectKeys keys, ContextResolver contexts) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.format = format;
        this.keys = keys;
        this.rows = new LogRows(jdbc, format);
        this.contexts = contexts;
    }

    /**
     * Appends events in the caller's transaction, and returns them with their positions.
     *
     * @throws ConcurrencyException if the place of one in its stream is taken
     * @throws EndedException if one is about what has ended
     */
    List<TrackedEventMessage<?>> append(List<DomainEventMessage<?>> events) {
        var ring = keys.keyring();
        var rows = new EventRows(ring);
        var context = contexts.contextsOf(events).iterator();
        for (var event : events) {
            rows.add(event, format.write(event, ring), context.next());
        }
        var connection = DataSourceUtils.getConnection(database);
        try {
            long first = insert(rows, ring, connection);
            ring.appended();
            return positioned(events, first);
        } catch (SQLException e) {
            throw refused(events, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static long insert(EventRows rows, Keyring ring, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            rows.bind(statement);
            statement.execute();
            skipInsert(statement);
            try (var refusals = nextRows(statement)) {
                if (refusals.next()) {
                    throw refused(refusals.getString("thing"), refusals.getString("subject"), ring);
                }
            }
            try (var positions = nextRows(statement)) {
                positions.next();
                return positions.getLong(1);
            }
        }
    }

    private static RuntimeException refused(@Nullable String ended, @Nullable String contested, Keyring ring) {
        if (ended != null) {
            return new EndedException(ended);
        }
        ring.contested(Objects.requireNonNull(contested));
        return new ConcurrencyException("Another key was made for " + contested + " meanwhile");
    }

    private static void skipInsert(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
    }

    private static ResultSet nextRows(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        return Objects.requireNonNull(statement.getResultSet());
    }

    private static List<TrackedEventMessage<?>> positioned(List<DomainEventMessage<?>> events, long first) {
        var positioned = new ArrayList<TrackedEventMessage<?>>(events.size());
        for (var event : events) {
            positioned.add(tracked(event, first + positioned.size()));
        }
        return positioned;
    }

    private static RuntimeException refused(List<DomainEventMessage<?>> events, SQLException e) {
        if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
            return new EventStoreException("The log did not take the events", e);
        }
        return events.getFirst().getSequenceNumber() == 0
                ? new AggregateStreamCreationException("The stream is there already", e)
                : new ConcurrencyException("The place in the stream was taken meanwhile", e);
    }

    LogRows rows() {
        return rows;
    }

    /** The next rows after a position, in their order; not read yet, so that one that cannot be read stops nobody before it. */
    List<Row> after(long position, int most) {
        var rows = jdbc.sql("""
                        select event.position, event.project_id, event.entry from ledger.event
                        where event.position > :position order by event.position limit :most
                        """)
                .param("position", position)
                .param("most", most)
                .query((row, _) -> new Row(
                        row.getLong("position"),
                        row.getObject("project_id", Integer.class),
                        new Entry(row.getBytes("entry"))))
                .list();
        format.prefetchKeys(rows.stream().map(Row::entry).toList());
        return rows;
    }

    /** The event of a row. */
    TrackedEventMessage<?> read(Row row) {
        return tracked(format.read(row.entry()), row.position());
    }

    /** What is needed of a row to read its event. */
    record Row(long position, @Nullable Integer project, Entry entry) {}

    /** The next events of a stream from a sequence number on. */
    List<DomainEventMessage<?>> ofStream(String stream, long first, int most) {
        var entries = jdbc.sql("""
                        select event.entry from ledger.event
                        where event.aggregate_id = :stream and event.sequence_number >= :first
                        order by event.sequence_number limit :most
                        """)
                .param("stream", stream)
                .param("first", first)
                .param("most", most)
                .query((row, _) -> new Entry(row.getBytes("entry")))
                .list();
        format.prefetchKeys(entries);
        return entries.stream().<DomainEventMessage<?>>map(format::read).toList();
    }

    /** The next events after a position as they are stored. */
    List<StoredEvent> storedAfter(long position, int most) {
        return jdbc.sql("""
                        select event.position, event.organisation_id, event.project_id, event.environment_id,
                            event.object, event.entry
                        from ledger.event where event.position > :position order by event.position limit :most
                        """)
                .param("position", position)
                .param("most", most)
                .query((row, _) ->
                        new StoredEvent(row.getLong("position"), scope(row), new Entry(row.getBytes("entry"))))
                .list();
    }

    private static EventScope scope(ResultSet row) throws SQLException {
        return new EventScope(
                row.getObject("organisation_id", Integer.class),
                row.getObject("project_id", Integer.class),
                row.getObject("environment_id", Integer.class),
                row.getString("object"));
    }

    private static TrackedEventMessage<?> tracked(DomainEventMessage<?> message, long position) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), message);
    }
}
