package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.append.EventWriter;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.entry.EntryFormat;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the configuration log: its queries, with the writer and the reader of rows. */
final class EventTable {

    private final JdbcClient jdbc;
    private final EntryFormat format;
    private final LogRows rows;
    private final EventWriter writer;

    EventTable(DataSource database, EntryFormat format, SubjectKeys keys, ContextResolver contexts) {
        this.jdbc = JdbcClient.create(database);
        this.format = format;
        this.rows = new LogRows(jdbc, format);
        this.writer = new EventWriter(database, format, keys, contexts);
    }

    EventWriter writer() {
        return writer;
    }

    LogRows rows() {
        return rows;
    }

    /** The next events of a stream from a sequence number on, at most {@code limit}; without those that nothing is left of. */
    List<DomainEventMessage<?>> ofStream(String stream, long first, int limit) {
        var entries = jdbc.sql("""
                        select coalesce(event.entry, event.residue) from ledger.event
                        where event.aggregate_id = :stream and event.sequence_number >= :first
                            and coalesce(event.entry, event.residue) is not null
                        order by event.sequence_number limit :limit
                        """)
                .param("stream", stream)
                .param("first", first)
                .param("limit", limit)
                .query((row, _) -> new Entry(row.getBytes(1)))
                .list();
        format.prefetchKeys(entries);
        return entries.stream().<DomainEventMessage<?>>map(format::read).toList();
    }
}
