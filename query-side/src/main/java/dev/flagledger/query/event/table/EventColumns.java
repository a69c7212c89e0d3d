package dev.flagledger.query.event.table;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.audit.ActorView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads the columns of a row. */
final class EventColumns {

    private EventColumns() {}

    static EventView view(ResultSet row, int ignored) throws SQLException {
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
