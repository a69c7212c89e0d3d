package dev.flagledger.query.event;

import dev.flagledger.query.event.ask.EventCriteria;
import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.table.EventPlace;
import dev.flagledger.query.event.table.EventReader;
import dev.flagledger.query.event.table.EventView;
import dev.flagledger.query.event.table.RequestedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the newest events of one object, to be merged with other things by their times. */
@Component
public class EventHistory {

    private static final int PART = 1_000;

    /** What is read beyond the number that is needed, in the hope that it is old enough. */
    private static final int MARGIN = 50;

    /** Positions ascend with the times but for less than this. */
    private static final Duration DISORDER = Duration.ofMinutes(10);

    private final EventReader reader;
    private final EventFeed feed;

    EventHistory(EventReader reader, EventFeed feed) {
        this.reader = reader;
        this.feed = feed;
    }

    /**
     * The newest matches, from the last position to the first.
     *
     * @param count how many are needed. If there are more, at least one older than these is read as well, and all that have
     *     the time of one of these
     */
    public List<EventView> newest(EventPlace place, EventQuery query, int count) {
        int size = Math.min(PART, count + MARGIN);
        return feed.current(() -> {
            var found = new ArrayList<EventView>();
            var cursor = EventCursor.NEWEST;
            while (true) {
                var part = reader.find(place, query, cursor, size);
                found.addAll(part);
                if (part.size() < size || isEnough(found, count)) {
                    return List.copyOf(found);
                }
                cursor = cursor.past(part.getLast().position());
            }
        });
    }

    /** Those of these requests' events that match. */
    public Set<RequestedEvent> requested(EventPlace place, EventCriteria criteria, Collection<String> requests) {
        return requests.isEmpty()
                ? Set.of()
                : feed.current(() -> reader.requested(place, criteria.requestedBy(requests)));
    }

    private static boolean isEnough(List<EventView> found, int count) {
        return found.size() > count
                && found.getLast()
                        .instant()
                        .isBefore(found.get(count - 1).instant().minus(DISORDER));
    }
}
