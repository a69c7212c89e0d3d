package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.entry.EntryFormat;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A log that is ordered within each stream only. Each event is appended by the statement that also updates its read model, so
 * that the two always agree. Entries have the same form as in the configuration log.
 */
public final class StreamLog {

    private static final String EVENTS =
            "select stream_event.entry from ledger.stream_event where stream_event.stream = ?";

    private final JdbcTemplate jdbc;
    private final EntryFormat format;
    private final SubjectKeys keys;
    private final ContextResolver contexts;

    public StreamLog(JdbcTemplate jdbc, EntryFormat format, SubjectKeys keys, ContextResolver contexts) {
        this.jdbc = jdbc;
        this.format = format;
        this.keys = keys;
        this.contexts = contexts;
    }

    /** An appender for events of one kind, which make this change to a read model. */
    public <E> StreamAppender<E> appender(RowChange<E> rows) {
        return new StreamAppender<>(new StreamStatement<>(jdbc, rows), format, keys, contexts);
    }

    /** Reads many streams at a time. */
    public StreamWalk walk() {
        return new StreamWalk(jdbc, format);
    }

    /** The events of a stream, in order. */
    public List<StreamEvent> stream(String stream) {
        return jdbc.query(EVENTS + " order by stream_event.sequence_number", (row, _) -> event(row), stream);
    }

    /**
     * The newest events of a stream before a sequence number, from the last to the first.
     *
     * @param until they were recorded before this instant; null for any time
     */
    public List<StreamEvent> newest(String stream, long before, @Nullable Instant until, int count) {
        return jdbc.query(
                EVENTS + " and stream_event.sequence_number < ? and stream_event.recorded_at < ?"
                        + " order by stream_event.sequence_number desc limit ?",
                (row, _) -> event(row),
                stream,
                before,
                // The latest is infinity to the database.
                until == null ? OffsetDateTime.MAX : until.atOffset(ZoneOffset.UTC),
                count);
    }

    /** The newest event of one of these types, by their stored names, before a sequence number. */
    public Optional<StreamEvent> newest(String stream, long before, List<String> types) {
        return jdbc
                .query(
                        EVENTS + " and stream_event.sequence_number < ? and stream_event.payload_type = any(?)"
                                + " order by stream_event.sequence_number desc limit 1",
                        (row, _) -> event(row),
                        stream,
                        before,
                        types.toArray(String[]::new))
                .stream()
                .findFirst();
    }

    private StreamEvent event(ResultSet row) throws SQLException {
        var message = format.read(new Entry(row.getBytes("entry")));
        return new StreamEvent(
                UUID.fromString(message.getIdentifier()),
                message.getSequenceNumber(),
                message.getTimestamp(),
                Attribution.of(message.getMetaData()),
                message.getPayload());
    }
}
