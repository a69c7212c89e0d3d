package dev.flagledger.query.event.table;

import dev.flagledger.query.event.ask.EventCriteria;
import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rows of events. Each call takes one database connection for one statement. */
@Component
public class EventReader {

    private final JdbcClient jdbc;

    EventReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next events that match a query, in the order of the cursor. */
    public List<EventView> find(EventPlace place, EventQuery query, EventCursor cursor, int limit) {
        return find(place, cursor.restrict(query.criteria()), cursor.order(), limit);
    }

    /** The positions of the next events that match a query, in the order of the cursor. */
    public List<Long> positions(EventPlace place, EventQuery query, EventCursor cursor, int limit) {
        var criteria = cursor.restrict(query.criteria());
        return place.bind(jdbc.sql("select event.position from (" + place.select(criteria.condition(), cursor.order())
                        + ") as event order by event.position " + cursor.order()))
                .params(criteria.parameters())
                .param("limit", limit)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    /** The event at a position, if the place includes it. */
    public Optional<EventView> at(EventPlace place, long position) {
        return find(place, new EventCriteria().equal("position", position), "desc", 1).stream()
                .findFirst();
    }

    /** The matches that requests caused. */
    public Set<RequestedEvent> requested(EventPlace place, EventCriteria criteria) {
        return place.bind(jdbc.sql("select distinct event.request_id, event.type from ("
                        + place.select(criteria.condition(), "desc")
                        + ") as event where event.request_id is not null"))
                .params(criteria.parameters())
                .param("limit", Integer.MAX_VALUE)
                .query((row, _) -> new RequestedEvent(row.getString("request_id"), row.getString("type")))
                .set();
    }

    private List<EventView> find(EventPlace place, EventCriteria criteria, String order, int limit) {
        return place.bind(jdbc.sql(place.select(criteria.condition(), order)))
                .params(criteria.parameters())
                .param("limit", limit)
                .query(EventColumns::view)
                .list();
    }
}
