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

/** Writes the rows of the log. An entry is the truth; the other columns are copies of it to search by. */
public final class EventWriter {

    private static final long APPEND_LOCK = 0x666c61676c6f67L;

    /**
     * In one round trip: whether the commit waits for the disk; nobody appends to the log of identities
     * while something ends that has other things in it; one appender at a time; the keys of people who are new; what
     * has ended, and whose key is not the one that was used; the rows; what ends with them. Each is a statement of its own, so
     * that it sees what the lock waited for. The driver sends no statement before the answer to the one before it has come,
     * unless the size of that is known.
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

    /** The commit need not wait for the disk, since {@link DurableCommits} waits once for all who meet. */
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

    /** The rows that events make. */
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
     * @throws ConcurrencyException if the place of one in its stream is taken
     * @throws EndedException if one is about what has ended
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
     * Appends events in a transaction of their own, and returns the position of the first when all are durable.
     *
     * @throws SQLException if none was appended; or, where it says that the connection failed, maybe all
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

    /** The failure, even if the connection is lost and cannot be rolled back either. */
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
        return new ConcurrencyException("Another key was made for " + contested + " meanwhile");
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
            return new EventStoreException("The log did not take the events", e);
        }
        return rows.beginStream()
                ? new AggregateStreamCreationException("The stream is there already", e)
                : new ConcurrencyException("The place in the stream was taken meanwhile", e);
    }
}
