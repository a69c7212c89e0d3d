package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.entry.EntryFormat;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A log that is in order stream by stream, and in no order beyond. Each event is appended by the statement that changes the
 * rows which show it, so that rows and log always agree. Its entries have the form of those in the log of the configuration.
 */
public final class StreamLog {

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

    /** What appends events of one kind, which change these rows. */
    public <E> StreamAppender<E> appender(RowChange<E> rows) {
        return new StreamAppender<>(new StreamStatement<>(jdbc, rows), format, keys, contexts);
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
