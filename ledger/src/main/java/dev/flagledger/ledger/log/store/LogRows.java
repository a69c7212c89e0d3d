package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.entry.EntryFormat;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads ranges of the configuration log, of all projects or of one. An unreadable event fails only when it is accessed. */
final class LogRows {

    private final JdbcClient jdbc;
    private final EntryFormat format;

    LogRows(JdbcClient jdbc, EntryFormat format) {
        this.jdbc = jdbc;
        this.format = format;
    }

    /** @param entry the entry, or what is left of it; null for nothing */
    private record Stored(
            long position,
            @Nullable Integer project,
            @Nullable Entry entry) {

        Stream<Entry> entries() {
            return Stream.ofNullable(entry);
        }
    }

    /** Reads the event of an entry. */
    private interface Reader {
        Recorded read(long position, Entry entry);
    }

    /** The rows after a position, up to and including another. */
    List<LogRow> between(long after, long upTo) {
        return read(range(after, upTo), format::recorded);
    }

    /** Like {@link #between}, without the names of actors. */
    List<LogRow> unnamed(long after, long upTo) {
        return unnamed(range(after, upTo));
    }

    private StatementSpec range(long after, long upTo) {
        return jdbc.sql("""
                        select event.position, event.project_id, coalesce(event.entry, event.residue) from ledger.event
                        where event.position > :after and event.position <= :upTo order by event.position
                        """).param("after", after).param("upTo", upTo);
    }

    /** Like {@link #unnamed}, of the events that belong to this project or to none. */
    List<LogRow> unnamedOf(int project, long after, long upTo) {
        return unnamed(
                jdbc.sql("""
                        select event.position, event.project_id, coalesce(event.entry, event.residue) from ledger.event
                        where event.project_id = :project and event.position > :after and event.position <= :upTo
                        union all
                        select event.position, event.project_id, coalesce(event.entry, event.residue) from ledger.event
                        where event.project_id is null and event.position > :after and event.position <= :upTo
                        order by position
                        """).param("project", project).param("after", after).param("upTo", upTo));
    }

    /** Like {@link #unnamed}, of the events of an organisation, at most {@code limit}. */
    List<LogRow> unnamedOfOrganisation(int organisation, long after, long upTo, int limit) {
        return unnamed(jdbc.sql("""
                        select event.position, event.project_id, coalesce(event.entry, event.residue) from ledger.event
                        where event.organisation_id = :organisation and event.position > :after and event.position <= :upTo
                        order by event.position limit :limit
                        """)
                .param("organisation", organisation)
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit));
    }

    private List<LogRow> read(StatementSpec statement, Reader reader) {
        var rows = stored(statement);
        format.prefetchKeys(rows.stream().flatMap(Stored::entries).toList());
        return rows.stream().map(row -> read(row, reader)).toList();
    }

    private List<LogRow> unnamed(StatementSpec statement) {
        var rows = stored(statement);
        var quick = rows.stream().map(this::quick).toList();
        format.prefetchKeys(IntStream.range(0, rows.size())
                .filter(index -> quick.get(index) == null)
                .boxed()
                .flatMap(index -> rows.get(index).entries())
                .toList());
        return IntStream.range(0, rows.size())
                .mapToObj(index -> {
                    var row = rows.get(index);
                    var event = quick.get(index);
                    return event == null ? read(row, format::unnamed) : LogRow.of(event, row.project());
                })
                .toList();
    }

    private @Nullable Recorded quick(Stored row) {
        var entry = row.entry();
        return entry == null ? null : format.quick(row.position(), entry);
    }

    /** Reads columns by index, since a start reads millions of rows. */
    private static List<Stored> stored(StatementSpec statement) {
        return statement
                .query((row, _) -> {
                    var entry = row.getBytes(3);
                    return new Stored(
                            row.getLong(1), row.getObject(2, Integer.class), entry == null ? null : new Entry(entry));
                })
                .list();
    }

    private static LogRow read(Stored row, Reader reader) {
        var entry = row.entry();
        if (entry == null) {
            return LogRow.empty(row.position(), row.project());
        }
        try {
            return LogRow.of(reader.read(row.position(), entry), row.project());
        } catch (DataAccessException e) {
            // A key could not be looked up; the event may be readable later.
            throw e;
        } catch (RuntimeException e) {
            return LogRow.unreadable(row.position(), row.project(), e);
        }
    }

    Instant recordedAt(long position) {
        return jdbc.sql("select event.recorded_at from ledger.event where event.position = :position")
                .param("position", position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /**
     * The position of the last event recorded at or before an instant, or {@link EventLog#BEGINNING}. Events get their times before
     * their positions, so the times are not strictly ascending. {@code offset 0} keeps PostgreSQL from scanning for the greatest
     * position from the end of the log.
     */
    long positionAt(Instant instant) {
        return jdbc.sql("""
                        select coalesce(max(recent.position), :beginning) from (
                            select event.position from ledger.event
                            where event.recorded_at <= :instant and event.recorded_at >= (
                                select max(event.recorded_at) from ledger.event where event.recorded_at <= :instant)
                                - interval '5 minutes'
                            offset 0) as recent
                        """)
                .param("beginning", EventLog.BEGINNING)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
