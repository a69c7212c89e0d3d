package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.log.EndGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statement that appends events of one kind to a {@link StreamLog} and updates their read model. */
final class StreamStatement<E> {

    /**
     * One round trip. The end of an organisation, a project or an environment takes the lock exclusively, so that nothing is
     * appended to it concurrently; the second statement sees what the first waited for. It fails if another node has stored a key
     * for a person whose key is new here. The result has a known size, with indices instead of texts, or else the driver would wait
     * for it before it sends the rest.
     */
    private static final String APPEND = """
            select %%s pg_advisory_xact_lock_shared(%d);
            with ended_object as materialized (
                    select about.place, min(about.ordinal) as ordinal
                    from unnest(?::int[], ?::text[]) with ordinality as about (place, object, ordinal)
                    where exists (select from ledger.ended where ended.thing = about.object) group by about.place),
                other_key as materialized (
                    select used.place, min(used.ordinal) as ordinal
                    from unnest(?::int[], ?::text[], ?::bytea[]) with ordinality as used (place, subject, wrapped, ordinal)
                    where (select subject_key.wrapped is not distinct from used.wrapped or subject_key.erased_at is not null
                        from ledger.subject_key where subject_key.subject = used.subject) is not true group by used.place),
                alive as materialized (
                    select place::int from generate_series(1, ?::int) as place
                    where place not in (select ended_object.place from ended_object)
                        and place not in (select other_key.place from other_key)),
                %%s,
                new_key as (
                    insert into ledger.subject_key (subject, wrapped)
                    select drawn.subject, drawn.wrapped
                    from guard join unnest(?::int[], ?::text[], ?::bytea[]) as drawn (place, subject, wrapped) using (place)),
                appended as (
                    insert into ledger.stream_event (stream, sequence_number, recorded_at, payload_type, payload_revision,
                        organisation_id, project_id, environment_id, entry, leaf)
                    select event.stream, event.sequence_number, event.recorded_at, event.payload_type, event.payload_revision,
                        event.organisation_id, event.project_id, event.environment_id, event.entry, event.leaf
                    from guard join unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::int[], ?::int[], ?::int[],
                        ?::int[], ?::bytea[], ?::bytea[]) with ordinality
                        as event (stream, sequence_number, recorded_at, payload_type, payload_revision,
                        organisation_id, project_id, environment_id, entry, leaf, place) using (place))
            select coalesce(ended_object.ordinal, 0)::int, coalesce(other_key.ordinal, 0)::int, guard.place is not null
            from generate_series(1, ?::int) as asked (place) left join ended_object using (place)
                left join other_key using (place) left join guard using (place)
            order by asked.place
            """.formatted(EndGuard.LOCK);

    /** Overrides the operator's setting: what is reported as appended is durable. */
    private static final String DURABLY = "set_config('synchronous_commit', 'on', true) is null,";

    private final JdbcTemplate jdbc;
    private final RowChange<E> rows;
    private final String inTransaction;
    private final String inOwnTransaction;

    StreamStatement(JdbcTemplate jdbc, RowChange<E> rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.inTransaction = APPEND.formatted("", rows.sql());
        this.inOwnTransaction = APPEND.formatted(DURABLY, rows.sql()) + "; commit";
    }

    /** Appends the admitted events, in the caller's transaction if there is one, otherwise durably. */
    List<StreamOutcome> execute(List<StreamAppend<E>> appends) {
        var columns = new StreamRows<>(appends);
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> connection.getAutoCommit()
                ? inOwnTransaction(connection, columns)
                : outcomes(connection, inTransaction, columns)));
    }

    /** Begins, executes and commits in one round trip. */
    private List<StreamOutcome> inOwnTransaction(Connection connection, StreamRows<E> columns) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return outcomes(connection, inOwnTransaction, columns);
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private List<StreamOutcome> outcomes(Connection connection, String sql, StreamRows<E> columns) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            columns.bind(statement, rows);
            statement.execute();
            statement.getMoreResults();
            try (var result = Objects.requireNonNull(statement.getResultSet())) {
                return columns.outcomes(result);
            }
        }
    }
}
