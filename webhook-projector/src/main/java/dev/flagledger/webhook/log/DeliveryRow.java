package dev.flagledger.webhook.log;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.webhook.DeliveryView;
import dev.flagledger.webhook.delivery.lane.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the delivery's tables. */
final class DeliveryRow {

    private DeliveryRow() {}

    /** The delivery in a row. */
    static DeliveryView view(ResultSet row) throws SQLException {
        var status = row.getString("status");
        var id = new MessageId(row.getInt("webhook_id"), row.getLong("position"), row.getInt("ordinal"));
        return new DeliveryView(
                id.toString(),
                id.webhookId(),
                row.getLong("id"),
                row.getObject("redelivers", Long.class),
                row.getLong("sequence"),
                id.position(),
                status,
                time(row, "created_at"),
                row.getInt("attempts"),
                timeOrNull(row, "next_attempt_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"));
    }

    /** The time in a column, as the admin API writes it. */
    static String time(ResultSet row, String column) throws SQLException {
        return WireTime.rest(row.getObject(column, OffsetDateTime.class).toInstant());
    }

    /** The same of a column that may be null. */
    static @Nullable String timeOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : time(row, column);
    }
}
