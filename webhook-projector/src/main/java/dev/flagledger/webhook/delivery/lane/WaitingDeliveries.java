package dev.flagledger.webhook.delivery.lane;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what is queued. */
@Component
public class WaitingDeliveries {

    private final JdbcClient jdbc;

    WaitingDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of pending deliveries, of all nodes. */
    public long count() {
        return jdbc.sql("select count(*) from webhook.webhook_delivery where webhook_delivery.status = 'pending'")
                .query(Long.class)
                .single();
    }
}
