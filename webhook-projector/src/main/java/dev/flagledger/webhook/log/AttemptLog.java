package dev.flagledger.webhook.log;

import dev.flagledger.contract.view.webhook.AttemptView;
import dev.flagledger.contract.view.webhook.DeliveryView;
import dev.flagledger.contract.view.webhook.RequestView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the attempts of deliveries. */
@Component
class AttemptLog {

    private static final String HIDDEN = "(hidden)";

    private final JdbcClient jdbc;

    AttemptLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The recorded attempts of a delivery, oldest first. */
    List<AttemptView> of(DeliveryView delivery) {
        return jdbc.sql("""
                        select number, started_at, duration_ms, status, error, url, signed_by, answer from webhook.webhook_attempt
                        where delivery_id = :deliveryId order by number""")
                .param("deliveryId", delivery.number())
                .query((row, _) -> new AttemptView(
                        row.getInt("number"),
                        DeliveryRow.time(row, "started_at"),
                        row.getLong("duration_ms"),
                        row.getObject("status", Integer.class),
                        row.getString("error"),
                        request(row, delivery),
                        row.getString("answer")))
                .list();
    }

    /** What was sent, beside the body; null for attempts of before it was recorded. */
    private static @Nullable RequestView request(ResultSet row, DeliveryView delivery) throws SQLException {
        var url = row.getString("url");
        if (url == null) {
            return null;
        }
        var started = row.getObject("started_at", OffsetDateTime.class);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", delivery.id());
        headers.put("webhook-sequence", Long.toString(delivery.sequence()));
        headers.put("webhook-timestamp", Long.toString(started.toEpochSecond()));
        Stream.of(row.getString("signed_by").split(","))
                .filter(name -> !name.isEmpty())
                .forEach(name -> headers.put(name, HIDDEN));
        return new RequestView("POST", url, headers);
    }
}
