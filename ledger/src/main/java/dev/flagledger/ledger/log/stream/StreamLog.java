package dev.flagledger.ledger.log.stream;

import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.entry.EntryFormat;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A log that is ordered within each stream only. Each event is appended by the statement that also updates its read model, so
 * that the two always agree. Entries have the same form as in the configuration log.
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

    /** An appender for events of one kind, which make this change to a read model. */
    public <E> StreamAppender<E> appender(RowChange<E> rows) {
        return new StreamAppender<>(new StreamStatement<>(jdbc, rows), format, keys, contexts);
    }

    /** The events of a stream, in order. */
    public List<StreamEvent> stream(String stream) {
        return jdbc.query(
                "select stream_event.entry from ledger.stream_event where stream_event.stream = ?"
                        + " order by stream_event.sequence_number",
                (row, _) -> {
                    var message = format.read(new Entry(row.getBytes("entry")));
                    return new StreamEvent(
                            message.getSequenceNumber(),
                            message.getTimestamp(),
                            Attribution.of(message.getMetaData()),
                            message.getPayload());
                },
                stream);
    }
}
