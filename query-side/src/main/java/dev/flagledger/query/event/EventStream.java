package dev.flagledger.query.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.format.EventFormat;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.EventReader;
import dev.flagledger.query.event.table.EventView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes all matches of a query, in parts, so that a slow client holds neither a database connection nor much memory. */
@Component
class EventStream {

    private static final int PART = 1_000;

    private final EventReader reader;
    private final EventFeed feed;
    private final JsonMapper json;

    EventStream(EventReader reader, EventFeed feed, JsonMapper json) {
        this.reader = reader;
        this.feed = feed;
        this.json = json;
    }

    void write(EventPlace place, EventQuery query, EventFormat format, HttpServletResponse response)
            throws IOException {
        int left = query.limit() == null ? Integer.MAX_VALUE : query.limit();
        // Read before anything is written, so that a failure is answered as such.
        int first = left;
        var part = feed.current(() -> part(place, query, query.cursor(), first));
        response.setContentType(format.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(format));
        // Sent now, so that a later failure breaks the connection instead of being answered amid the events.
        response.flushBuffer();
        var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        writer.write(format.head());
        while (true) {
            for (var event : part) {
                writer.write(format.row(event, json));
            }
            left -= part.size();
            if (part.size() < PART || left == 0) {
                writer.flush();
                return;
            }
            part = part(place, query, query.cursor().past(part.getLast().position()), left);
        }
    }

    private List<EventView> part(EventPlace place, EventQuery query, EventCursor cursor, int left) {
        return reader.find(place, query, cursor, Math.min(left, PART));
    }

    private static String attachment(EventFormat format) {
        return ContentDisposition.attachment()
                .filename(format.fileName())
                .build()
                .toString();
    }
}
