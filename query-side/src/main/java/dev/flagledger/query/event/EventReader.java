package dev.flagledger.query.event;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.audit.ActorView;
import dev.flagledger.query.event.ask.EventCriteria;
import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rows of events. Each call takes one database connection for one statement. */
@Component
class EventReader {

    private final JdbcClient jdbc;

    EventReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next events that match a query, in the order of the cursor. */
    List<EventView> find(EventPlace place, EventQuery query, EventCursor cursor, int limit) {
        return find(place, cursor.restrict(query.criteria()), cursor.order(), limit);
    }

    /** The event at a position, if the place includes it. */
    Optional<EventView> at(EventPlace place, long position) {
        return find(place, new EventCriteria().equal("position", position), "desc", 1).stream()
                .findFirst();
    }

    private List<EventView> find(EventPlace place, EventCriteria criteria, String order, int limit) {
        return place.bind(jdbc.sql(place.select(criteria.condition(), order)))
                .params(criteria.parameters())
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    private static EventView view(ResultSet row) throws SQLException {
        return new EventView(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                WireTime.rest(row.getObject("at", OffsetDateTime.class).toInstant()),
                row.getString("type"),
                row.getString("action"),
                row.getObject("organisation_id", Integer.class),
                row.getObject("project_id", Integer.class),
                row.getObject("environment_id", Integer.class),
                row.getString("object"),
                row.getObject("feature_id", Integer.class),
                row.getObject("segment_id", Integer.class),
                row.getObject("identity_id", Integer.class),
                ActorView.of(new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getObject("actor_id", Integer.class),
                        row.getString("actor_name"))),
                row.getString("address"),
                row.getString("agent"),
                row.getString("request_id"),
                row.getString("note"),
                row.getString("summary"),
                row.getString("difference"));
    }
}
