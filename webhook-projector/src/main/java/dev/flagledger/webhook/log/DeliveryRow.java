package dev.flagledger.webhook.log;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.webhook.DeliveryView;
import dev.flagledger.webhook.delivery.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

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
                id.position(),
                status,
                time(row, "created_at"),
                row.getInt("attempts"),
                status.equals("pending") ? time(row, "next_attempt_at") : null,
                row.getObject("last_status", Integer.class),
                row.getString("last_error"));
    }

    /** The time in a column, as the admin API writes it. */
    static String time(ResultSet row, String column) throws SQLException {
        return WireTime.rest(row.getObject(column, OffsetDateTime.class).toInstant());
    }
}
