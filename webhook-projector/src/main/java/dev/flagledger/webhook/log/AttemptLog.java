package dev.flagledger.webhook.log;

import dev.flagledger.contract.view.webhook.AttemptView;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the attempts of deliveries. */
@Component
class AttemptLog {

    private final JdbcClient jdbc;

    AttemptLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The recorded attempts of a delivery, oldest first. */
    List<AttemptView> of(long deliveryId) {
        return jdbc.sql("""
                        select number, started_at, duration_ms, status, error from webhook.webhook_attempt
                        where delivery_id = :deliveryId order by number""")
                .param("deliveryId", deliveryId)
                .query((row, _) -> new AttemptView(
                        row.getInt("number"),
                        DeliveryRow.time(row, "started_at"),
                        row.getLong("duration_ms"),
                        row.getObject("status", Integer.class),
                        row.getString("error")))
                .list();
    }
}
