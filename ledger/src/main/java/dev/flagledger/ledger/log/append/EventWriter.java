package dev.flagledger.ledger.log.append;

import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.EndGuard;
import dev.flagledger.ledger.log.EndedException;
import dev.flagledger.ledger.log.entry.EntryFormat;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Writes the rows of the configuration log. The entry is authoritative; the other columns are copies of its parts, for queries. */
public final class EventWriter {

    /** The advisory lock that each append takes for its transaction. */
    public static final long APPEND_LOCK = 0x666c61676c6f67L;

    /**
     * One round trip: sets whether the commit waits for the disk and takes the locks, of the log of identities if a container ends
     * and of this log; stores new keys; finds ended objects and changed keys; inserts the events; and records what ends. Separate
     * statements, so that each sees what the locks waited for. The result of each has a known size, or else the driver would wait
     * for it before it sends the next.
     */
    private static final String APPEND = """
            select set_config('synchronous_commit', '%%s', true) is null,
                case when ? then pg_advisory_xact_lock(%d) end, pg_advisory_xact_lock(%d);
            insert into ledger.subject_key (subject, wrapped)
            select drawn.subject, drawn.wrapped from unnest(?::text[], ?::bytea[]) as drawn (subject, wrapped)
            on conflict do nothing;
            %%s;
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
            """.formatted(EndGuard.LOCK, APPEND_LOCK);

    private static final String REFUSALS = """
            (select ended.thing, null as subject from ledger.ended where ended.thing = any(?::text[]) limit 1)
            union all
            (select null, used.subject from unnest(?::text[], ?::bytea[]) as used (subject, wrapped)
            where (select subject_key.wrapped is not distinct from used.wrapped or subject_key.erased_at is not null
                from ledger.subject_key where subject_key.subject = used.subject) is not true limit 1)""";

    /** The commit does not wait for the disk: {@link DurableCommits} waits once for concurrent transactions. */
    private static final String APPEND_IN_TRANSACTION = APPEND.formatted("off", REFUSALS);

    private static final String APPEND_AND_COMMIT = APPEND.formatted(
                    "on",
                    "select count(ledger.refuse_append(refusal.thing, refusal.subject)) from (" + REFUSALS
                            + ") as refusal")
            + "; commit";

    private final DataSource database;
    private final EntryFormat format;
    private final SubjectKeys keys;
    private final ContextResolver contexts;

    public EventWriter(DataSource database, EntryFormat format, SubjectKeys keys, ContextResolver contexts) {
        this.database = database;
        this.format = format;
        this.keys = keys;
        this.contexts = contexts;
    }

    /** Creates the rows of events. */
    public EventRows rows(List<DomainEventMessage<?>> events) {
        var ring = keys.keyring();
        var rows = new EventRows(ring);
        var context = contexts.contextsOf(events).iterator();
        for (var event : events) {
            rows.add(event, format.write(event, ring), context.next());
        }
        return rows;
    }

    /**
     * Appends events in the caller's transaction, and returns them with their positions.
     *
     * @throws ConcurrencyException if the sequence number of an event is taken in its stream
     * @throws EndedException if an event refers to an object that has ended
     */
    public List<TrackedEventMessage<?>> append(EventRows rows) {
        var connection = DataSourceUtils.getConnection(database);
        try (var statement = connection.prepareStatement(APPEND_IN_TRANSACTION)) {
            rows.bind(statement);
            statement.execute();
            skip(statement);
            try (var refusals = nextRows(statement)) {
                if (refusals.next()) {
                    throw refused(refusals.getString("thing"), refusals.getString("subject"), rows);
                }
            }
            long first = firstPosition(statement);
            rows.appended();
            return rows.from(first);
        } catch (SQLException e) {
            throw refused(rows, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /**
     * Appends events durably in a transaction of their own, and returns the position of the first.
     *
     * @throws SQLException if nothing was appended; if it reports a lost connection, the outcome is unknown
     */
    public long appendDurably(EventRows rows) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(APPEND_AND_COMMIT)) {
                rows.bind(statement);
                statement.execute();
                skip(statement);
                skip(statement);
                return firstPosition(statement);
            } catch (SQLException e) {
                throw rolledBack(connection, e);
            }
        }
    }

    /** Rolls back, and returns the original failure even if the connection is lost. */
    private static SQLException rolledBack(Connection connection, SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private static RuntimeException refused(@Nullable String ended, @Nullable String contested, EventRows rows) {
        if (ended != null) {
            return new EndedException(ended);
        }
        rows.contested(Objects.requireNonNull(contested));
        return new ConcurrencyException("Another key was stored for " + contested);
    }

    private static void skip(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
    }

    private static ResultSet nextRows(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        return Objects.requireNonNull(statement.getResultSet());
    }

    private static long firstPosition(PreparedStatement statement) throws SQLException {
        try (var positions = nextRows(statement)) {
            positions.next();
            return positions.getLong(1);
        }
    }

    private static RuntimeException refused(EventRows rows, SQLException e) {
        if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
            return new EventStoreException("The events could not be appended", e);
        }
        return rows.beginsStream()
                ? new AggregateStreamCreationException("The stream exists already", e)
                : new ConcurrencyException("The sequence number is taken", e);
    }
}
