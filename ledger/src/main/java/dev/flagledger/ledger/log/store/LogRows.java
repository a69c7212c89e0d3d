package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.entry.EntryFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads stretches of the log by position, of all or of one project. What is not understood stops nobody before it. */
final class LogRows {

    private final JdbcClient jdbc;
    private final EntryFormat format;

    LogRows(JdbcClient jdbc, EntryFormat format) {
        this.jdbc = jdbc;
        this.format = format;
    }

    private record Stored(long position, @Nullable Integer project, Entry entry) {}

    /** Makes an event of an entry. */
    private interface Understanding {
        Recorded of(long position, Entry entry);
    }

    /** What stands after a position, up to another and including it. */
    List<LogRow> between(long after, long upTo) {
        return understood(stretch(after, upTo), format::recorded);
    }

    /** The same without what actors were called. */
    List<LogRow> unnamed(long after, long upTo) {
        return unnamed(stretch(after, upTo));
    }

    private StatementSpec stretch(long after, long upTo) {
        return jdbc.sql("""
                        select event.position, event.project_id, event.entry from ledger.event
                        where event.position > :after and event.position <= :upTo order by event.position
                        """).param("after", after).param("upTo", upTo);
    }

    /** The same of what belongs to this project or to none. */
    List<LogRow> unnamedOf(int project, long after, long upTo) {
        return unnamed(
                jdbc.sql("""
                        select event.position, event.project_id, event.entry from ledger.event
                        where event.project_id = :project and event.position > :after and event.position <= :upTo
                        union all
                        select event.position, event.project_id, event.entry from ledger.event
                        where event.project_id is null and event.position > :after and event.position <= :upTo
                        order by position
                        """).param("project", project).param("after", after).param("upTo", upTo));
    }

    private List<LogRow> understood(StatementSpec statement, Understanding understanding) {
        var rows = stored(statement);
        format.prefetchKeys(rows.stream().map(Stored::entry).toList());
        return rows.stream().map(row -> understood(row, understanding)).toList();
    }

    private List<LogRow> unnamed(StatementSpec statement) {
        var rows = stored(statement);
        var quick = rows.stream()
                .map(row -> format.quick(row.position(), row.entry()))
                .toList();
        format.prefetchKeys(IntStream.range(0, rows.size())
                .filter(index -> quick.get(index) == null)
                .mapToObj(index -> rows.get(index).entry())
                .toList());
        return IntStream.range(0, rows.size())
                .mapToObj(index -> {
                    var row = rows.get(index);
                    var event = quick.get(index);
                    return event == null ? understood(row, format::unnamed) : LogRow.of(event, row.project());
                })
                .toList();
    }

    /** By the places of the columns, since they are millions. */
    private static List<Stored> stored(StatementSpec statement) {
        return statement
                .query((row, _) ->
                        new Stored(row.getLong(1), row.getObject(2, Integer.class), new Entry(row.getBytes(3))))
                .list();
    }

    private static LogRow understood(Stored row, Understanding understanding) {
        try {
            return LogRow.of(understanding.of(row.position(), row.entry()), row.project());
        } catch (DataAccessException e) {
            // The database is away, and the event may be understood once it is back.
            throw e;
        } catch (RuntimeException e) {
            return LogRow.unreadable(row.position(), row.project(), e);
        }
    }

    /**
     * The position of the last event that was recorded at or before an instant; that before all events if there is none. An
     * event has its time before it has its position, so that the last one need not have the latest time. {@code offset 0}
     * keeps PostgreSQL from looking for the greatest position from the end of the log on.
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
