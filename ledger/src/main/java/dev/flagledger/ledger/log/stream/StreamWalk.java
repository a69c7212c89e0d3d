package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.entry.EntryFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the streams of a {@link StreamLog} one after another, to derive their rows again. */
public final class StreamWalk {

    private static final int PART = 1_000;

    /** Skips from stream to stream in the index, whatever the planner knows of their number. */
    private static final String NAMES = """
            with recursive named (stream) as (
                (select stream_event.stream from ledger.stream_event where stream_event.stream > ?
                order by stream_event.stream limit 1)
                union all
                select (select next.stream from ledger.stream_event as next where next.stream > named.stream
                    order by next.stream limit 1)
                from named where named.stream is not null)
            select named.stream from named where named.stream is not null limit ?
            """;

    private static final String EVENTS = """
            select stream_event.stream, stream_event.sequence_number, stream_event.recorded_at, stream_event.organisation_id,
                stream_event.project_id, stream_event.entry
            from ledger.stream_event where stream_event.stream = any(?)
            order by stream_event.stream, stream_event.sequence_number
            """;

    private final JdbcTemplate jdbc;
    private final EntryFormat format;

    StreamWalk(JdbcTemplate jdbc, EntryFormat format) {
        this.jdbc = jdbc;
        this.format = format;
    }

    /** Returns the number of streams. */
    public long count() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from ledger.stream_event where stream_event.sequence_number = 0", Long.class));
    }

    /** Returns the names of the next streams after {@code last} in the order of the database; the first ones after an empty text. */
    public List<String> after(String last, int count) {
        return jdbc.query(NAMES, (row, _) -> row.getString(1), last, count);
    }

    /** Returns those of these names that are of streams. */
    public Set<String> existing(Collection<String> streams) {
        return Set.copyOf(jdbc.query(
                "select stream_event.stream from ledger.stream_event where stream_event.stream = any(?)"
                        + " and stream_event.sequence_number = 0",
                (row, _) -> row.getString(1),
                (Object) streams.toArray(String[]::new)));
    }

    /** Passes on the events of these streams, stream by stream in order. Within a transaction, only a part of them is in memory. */
    public void read(Collection<String> streams, Consumer<WalkedEvent> consumer) {
        var part = new ArrayList<Stored>(PART);
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(EVENTS);
                    statement.setFetchSize(PART);
                    statement.setArray(1, connection.createArrayOf("text", streams.toArray(String[]::new)));
                    return statement;
                },
                (ResultSet row) -> {
                    part.add(Stored.of(row));
                    if (part.size() == PART) {
                        pass(part, consumer);
                    }
                });
        pass(part, consumer);
    }

    private void pass(List<Stored> part, Consumer<WalkedEvent> consumer) {
        format.prefetchKeys(part.stream().map(Stored::entry).toList());
        for (var stored : part) {
            consumer.accept(new WalkedEvent(
                    stored.stream,
                    stored.sequence,
                    stored.at,
                    stored.organisationId,
                    stored.projectId,
                    format.unnamed(0, stored.entry).event()));
        }
        part.clear();
    }

    private record Stored(
            String stream,
            long sequence,
            Instant at,
            @Nullable Integer organisationId,
            @Nullable Integer projectId,
            Entry entry) {

        private static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getString("stream"),
                    row.getLong("sequence_number"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    row.getObject("organisation_id", Integer.class),
                    row.getObject("project_id", Integer.class),
                    new Entry(row.getBytes("entry")));
        }
    }
}
