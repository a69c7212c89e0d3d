package dev.flagledger.query.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.ledger.log.store.StoredEvents;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.export.LogExport;
import dev.flagledger.query.event.export.LogExports;
import dev.flagledger.query.event.export.Parts;
import dev.flagledger.query.event.format.EventFormat;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.EventReader;
import dev.flagledger.query.event.table.EventView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Exports all matches of a query as rows. Each has the leaf hash of its event, by which it is proved. */
@Component
class EventStream {

    private final EventReader reader;
    private final StoredEvents stored;
    private final EventFeed feed;
    private final LogExports exports;
    private final JsonMapper json;

    EventStream(EventReader reader, StoredEvents stored, EventFeed feed, LogExports exports, JsonMapper json) {
        this.reader = reader;
        this.stored = stored;
        this.feed = feed;
        this.exports = exports;
        this.json = json;
    }

    void write(
            EventPlace place,
            EventQuery asked,
            EventFormat format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var export = exports.begin(place, asked, format.exported(), request);
        var query = export.bounded(asked);
        var cursor = query.cursor();
        var parts = new Parts<EventView>(
                query.limit(),
                (last, limit) -> last == null
                        ? feed.current(() -> reader.find(place, query, cursor, limit))
                        : reader.find(place, query, cursor.past(last.position()), limit));
        var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        parts.write(() -> begin(export, format, response, writer), part -> write(part, format, writer));
        writer.flush();
    }

    private static void begin(LogExport export, EventFormat format, HttpServletResponse response, Writer writer)
            throws IOException {
        response.setContentType(format.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(format));
        export.announce(response);
        // Sent now, so that a later failure breaks the connection instead of being answered amid the events.
        response.flushBuffer();
        writer.write(format.head());
    }

    private void write(List<EventView> part, EventFormat format, Writer writer) throws IOException {
        var leaves = stored.leaves(part.stream().map(EventView::position).toList());
        for (var event : part) {
            var leaf = Objects.requireNonNull(leaves.get(event.position()));
            writer.write(format.row(event, leaf, json));
        }
    }

    private static String attachment(EventFormat format) {
        return ContentDisposition.attachment()
                .filename(format.fileName())
                .build()
                .toString();
    }
}
