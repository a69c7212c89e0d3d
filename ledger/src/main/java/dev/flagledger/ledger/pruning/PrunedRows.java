package dev.flagledger.ledger.pruning;

import dev.flagledger.ledger.database.Parameters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows of the log that are to be pruned, and writes what is left of them. */
final class PrunedRows {

    /**
     * Whether no event will be numbered after this one: its stream has gone on or has ended, or it is a scan of code or an export, each of
     * which is the only event of its stream.
     */
    private static final String MAY_BE_EMPTY = """
            (event.payload_type like 'code.%' or event.payload_type like 'export.%' or exists (
                    select from ledger.event as later where later.aggregate_id = event.aggregate_id
                        and later.sequence_number > event.sequence_number)
                or exists (
                    select from ledger.ended where ended.thing in (
                        event.object, 'environment:' || event.environment_id, 'project:' || event.project_id)))""";

    private static final String SELECT = """
            select event.position, coalesce(event.entry, event.residue), %s
            from ledger.event
                join ledger.pruned on pruned.organisation_id = event.organisation_id and event.position <= pruned.horizon
            where event.organisation_id = :organisation and event.position < :before
                and (event.entry is not null or event.residue is not null) and event.payload_type <> all(:kept)
            order by event.position desc limit :limit""".formatted(MAY_BE_EMPTY);

    private static final String LAST = """
            select event.position from ledger.event
            where event.organisation_id = :organisation and event.position <= :upTo and not %s""".formatted(MAY_BE_EMPTY);

    private static final String UPDATE = """
            update ledger.event set entry = null, request_id = null, residue = pruned.residue
            from unnest(?::bigint[], ?::bytea[]) as pruned (position, residue)
            where event.position = pruned.position
                and (event.entry is not null or event.residue is distinct from pruned.residue)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PrunedRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * A row of the log.
     *
     * @param body the entry, or the residue that an earlier run has left
     * @param mayBeEmpty whether aggregates can do without the event
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(long position, byte[] body, boolean mayBeEmpty) {}

    /** What is left of an event; null for nothing. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Change(long position, byte @Nullable [] residue) {}

    /** The last rows before a position of which something can be removed, newest first. */
    List<Row> before(int organisation, long position, int limit, String[] kept) {
        return jdbc.sql(SELECT)
                .param("organisation", organisation)
                .param("before", position)
                .param("kept", kept)
                .param("limit", limit)
                .query((row, _) -> new Row(row.getLong(1), row.getBytes(2), row.getBoolean(3)))
                .list();
    }

    /** The positions of the events up to a position that must not be empty. */
    Set<Long> lastOfStreams(int organisation, long upTo) {
        return jdbc.sql(LAST)
                .param("organisation", organisation)
                .param("upTo", upTo)
                .query((row, _) -> row.getLong(1))
                .set();
    }

    void write(List<Change> changes) {
        template.update(UPDATE, statement -> {
            var parameters = new Parameters(statement);
            parameters.add("bigint", changes, Change::position);
            parameters.add("bytea", changes.stream().map(Change::residue).toArray(byte[][]::new));
        });
    }
}
