package dev.flagledger.query.proof;

import dev.flagledger.api.event.ExportEvent.Format;
import dev.flagledger.ledger.extract.ExtractLine;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.export.LogExports;
import dev.flagledger.query.event.export.Parts;
import dev.flagledger.query.event.table.EventPlace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Exports the stored bytes of events, in the order of the log. */
@Component
class ExtractStream {

    private final EntryReader entries;
    private final LogExports exports;

    ExtractStream(EntryReader entries, LogExports exports) {
        this.entries = entries;
        this.exports = exports;
    }

    void write(EventPlace place, EventQuery asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var export = exports.begin(place, asked, Format.EXTRACT, request);
        var query = export.bounded(asked);
        long first = Objects.requireNonNullElse(query.cursor().after(), 0L);
        entries.await(place, query);
        var parts = new Parts<StoredEvent>(
                asked.limit(),
                (previous, limit) -> entries.find(place, query, previous == null ? first : previous.position(), limit));
        var out = new BufferedOutputStream(response.getOutputStream());
        parts.write(
                () -> {
                    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
                    export.announce(response);
                    response.flushBuffer();
                },
                part -> write(part, out));
        out.flush();
    }

    private static void write(List<StoredEvent> part, OutputStream out) throws IOException {
        for (var event : part) {
            out.write(new ExtractLine(event, List.of()).bytes());
            out.write('\n');
        }
    }
}
