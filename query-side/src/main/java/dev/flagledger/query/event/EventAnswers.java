package dev.flagledger.query.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers queries of events, in the format that a request asks for. */
@Component
public class EventAnswers {

    /** A stream is read in parts of this size, so that a slow client holds no database connection. */
    private static final int PART = 1_000;

    private final EventReader reader;
    private final EventFeed feed;
    private final JsonMapper json;

    EventAnswers(EventReader reader, EventFeed feed, JsonMapper json) {
        this.reader = reader;
        this.feed = feed;
        this.json = json;
    }

    /** The event at a position, if the place includes it. */
    Optional<EventView> at(EventPlace place, long position) {
        return feed.current(() -> reader.at(place, position));
    }

    /** All matches, newest first; meant for queries about one object. */
    public List<EventView> all(EventPlace place, EventQuery query) {
        return feed.current(() -> {
            var found = new ArrayList<>(reader.find(place, query, EventCursor.NEWEST, PART));
            while (!found.isEmpty() && found.size() % PART == 0) {
                var more = EventCursor.NEWEST.past(found.getLast().position());
                if (!found.addAll(reader.find(place, query, more, PART))) {
                    break;
                }
            }
            return List.copyOf(found);
        });
    }

    /** The page that a request asks for; null if it asks for a stream, which has then been written. */
    @Nullable EventPage list(EventPlace place, EventQuery query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var format = EventFormat.askedBy(request);
        if (format.isPresent()) {
            write(place, query, format.get(), response);
            return null;
        }
        var found = feed.first(() -> reader.find(place, query, query.cursor(), query.page() + 1), query.waiting());
        return EventPage.of(request, query, found);
    }

    private void write(EventPlace place, EventQuery query, EventFormat format, HttpServletResponse response)
            throws IOException {
        int left = query.limit() == null ? Integer.MAX_VALUE : query.limit();
        // Read before anything is written, so that a failure is answered as such.
        var part = feed.current(() -> part(place, query, query.cursor(), query.limit()));
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(format.fileName())
                        .build()
                        .toString());
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

    private List<EventView> part(EventPlace place, EventQuery query, EventCursor cursor, @Nullable Integer left) {
        return reader.find(place, query, cursor, left == null ? PART : Math.min(left, PART));
    }
}
