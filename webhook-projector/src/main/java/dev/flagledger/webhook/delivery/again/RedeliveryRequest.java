package dev.flagledger.webhook.delivery.again;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A request for messages of a webhook that are not queued yet.
 *
 * @param position the event that asks
 * @param which the name of a {@link dev.flagledger.api.webhook.MessageSelection.Which}
 * @param next the first number to look at
 * @param last the last number to look at
 * @param since the time from which on they were queued; null for any
 */
record RedeliveryRequest(
        int webhookId,
        long position,
        String which,
        long next,
        long last,
        @Nullable OffsetDateTime since) {

    static RedeliveryRequest of(ResultSet row) throws SQLException {
        return new RedeliveryRequest(
                row.getInt("webhook_id"),
                row.getLong("position"),
                row.getString("which"),
                row.getLong("next_sequence"),
                row.getLong("last_sequence"),
                row.getObject("since", OffsetDateTime.class));
    }
}
