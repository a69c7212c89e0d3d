package dev.flagledger.query.event;

import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.format.RequestedFormat;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.EventReader;
import dev.flagledger.query.event.table.EventView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers queries of events, in the format that a request asks for. */
@Component
class EventAnswers {

    private final EventReader reader;
    private final EventFeed feed;
    private final EventStream stream;

    EventAnswers(EventReader reader, EventFeed feed, EventStream stream) {
        this.reader = reader;
        this.feed = feed;
        this.stream = stream;
    }

    /** The event at a position, if the place includes it. */
    Optional<EventView> at(EventPlace place, long position) {
        return feed.current(() -> reader.at(place, position));
    }

    /** The page that a request asks for; null if it asks for a stream, which has then been written. */
    @Nullable EventPage list(EventPlace place, EventQuery query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var format = RequestedFormat.of(request);
        if (format.isPresent()) {
            stream.write(place, query, format.get(), request, response);
            return null;
        }
        var found = feed.first(() -> reader.find(place, query, query.cursor(), query.page() + 1), query.waiting());
        return EventPage.of(request, query, found);
    }
}
