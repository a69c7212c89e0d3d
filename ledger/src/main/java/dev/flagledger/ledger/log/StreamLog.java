package dev.flagledger.ledger.log;

import dev.flagledger.ledger.subject.SubjectKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A log that is in order stream by stream, and in no order beyond: its appenders do not wait for each other, and PostgreSQL
 * makes their commits durable together. Each event is appended by the statement that changes the rows which show it, so that
 * rows and log always agree. Its entries have the form of those in the log of the configuration.
 */
public final class StreamLog {

    /**
     * In one round trip. What ends an organisation, a project or an environment takes the lock alone, so that nothing is
     * appended to what ends at that moment; the second statement sees what the first waited for. A key that somebody else has
     * stored meanwhile, instead of one that is new, makes it fail. What it answers has a size that is known, places in arrays
     * instead of texts, since the driver sends nothing more before other answers have come.
     */
    private static final String APPEND = """
            select %%s pg_advisory_xact_lock_shared(%d);
            with ended_thing as materialized (
                    select about.place from unnest(?::text[]) with ordinality as about (thing, place)
                    where exists (select from ledger.ended where ended.thing = about.thing) limit 1),
                other_key as materialized (
                    select used.place from unnest(?::text[], ?::bytea[]) with ordinality as used (subject, wrapped, place)
                    where (select subject_key.wrapped is not distinct from used.wrapped or subject_key.erased_at is not null
                        from ledger.subject_key where subject_key.subject = used.subject) is not true limit 1),
                alive as materialized (
                    select where not exists (select from ended_thing) and not exists (select from other_key)),
                %%s,
                new_key as (
                    insert into ledger.subject_key (subject, wrapped)
                    select drawn.subject, drawn.wrapped
                    from guard, unnest(?::text[], ?::bytea[]) as drawn (subject, wrapped)),
                appended as (
                    insert into ledger.stream_event (stream, sequence_number, recorded_at, payload_type, payload_revision,
                        organisation_id, project_id, environment_id, entry, leaf)
                    select ?::text, ?::bigint, ?::timestamptz, ?::text, ?::int, ?::int, ?::int, ?::int, ?::bytea, ?::bytea
                    from guard
                    returning 1)
            select coalesce((select ended_thing.place from ended_thing), 0),
                coalesce((select other_key.place from other_key), 0), (select count(*) from appended)
            """.formatted(Ending.LOCK);

    /** Whatever the operator's setting says: what is answered is durable. */
    private static final String DURABLY = "set_config('synchronous_commit', 'on', true) is null,";

    private static final int ATTEMPTS = 5;

    private final JdbcTemplate jdbc;
    private final EntryFormat format;
    private final SubjectKeys keys;
    private final ContextResolver contexts;

    StreamLog(JdbcTemplate jdbc, EntryFormat format, SubjectKeys keys, ContextResolver contexts) {
        this.jdbc = jdbc;
        this.format = format;
        this.keys = keys;
        this.contexts = contexts;
    }

    /** A change of rows that belongs to one event. */
    public interface RowChange {

        /**
         * Common table expressions, separated by commas. The one named {@code guard} reads from {@code alive} and has a row
         * if the event may be appended; the others read from it.
         */
        String sql();

        /** Sets the parameters of {@link #sql()}. */
        void bind(Parameters parameters, AppendContext context, Instant at) throws SQLException;
    }

    /**
     * Appends an event if its guard lets it pass, in the caller's transaction if there is one, else durable at once.
     *
     * @param sequence the event's place in its stream, from 0
     * @return whether it was appended; if not, the rows are not as they were thought to be
     * @throws EndedException if it is about what has ended
     * @throws org.springframework.dao.DuplicateKeyException if a row that it adds is there already
     */
    public boolean append(String stream, long sequence, Object event, Attribution by, RowChange rows) {
        var message =
                new GenericDomainEventMessage<>(EntryFormat.kindOf(stream), stream, sequence, event, by.toMetaData());
        var context = contexts.contextsOf(List.of(message)).getFirst();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var ring = keys.keyring();
            var append = new StreamAppend(message, format.write(message, ring), context, ring);
            var outcome = execute(append, rows);
            if (outcome.ended() != null) {
                throw new EndedException(outcome.ended());
            }
            if (outcome.contested() == null) {
                ring.appended();
                return outcome.appended();
            }
            ring.contested(outcome.contested());
        }
        throw new ConcurrencyException("The keys of " + stream + " never stood still");
    }

    private Outcome execute(StreamAppend append, RowChange rows) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> connection.getAutoCommit()
                ? inOwnTransaction(connection, APPEND.formatted(DURABLY, rows.sql()), append, rows)
                : outcome(connection, APPEND.formatted("", rows.sql()), append, rows)));
    }

    /** Begun, done and committed in the one round trip. */
    private static Outcome inOwnTransaction(Connection connection, String sql, StreamAppend append, RowChange rows)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            return outcome(connection, sql + "; commit", append, rows);
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * What became of an append.
     *
     * @param ended a thing that has ended; null if none has
     * @param contested somebody whose key is another than the one that was used; null if there is nobody
     */
    private record Outcome(@Nullable String ended, @Nullable String contested, boolean appended) {}

    private static Outcome outcome(Connection connection, String sql, StreamAppend append, RowChange rows)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            append.bind(new Parameters(statement), rows);
            statement.execute();
            statement.getMoreResults();
            try (var result = Objects.requireNonNull(statement.getResultSet())) {
                result.next();
                return new Outcome(
                        append.thing(result.getInt(1)), append.knownSubject(result.getInt(2)), result.getInt(3) > 0);
            }
        }
    }

    /** The events of a stream, in their order. */
    public List<StreamEvent> stream(String stream) {
        return jdbc.query(
                "select stream_event.entry from ledger.stream_event where stream_event.stream = ?"
                        + " order by stream_event.sequence_number",
                (row, _) -> read(new Entry(row.getBytes("entry"))),
                stream);
    }

    private StreamEvent read(Entry entry) {
        var message = format.read(entry);
        return new StreamEvent(message.getSequenceNumber(), message.getTimestamp(), message.getPayload());
    }
}
