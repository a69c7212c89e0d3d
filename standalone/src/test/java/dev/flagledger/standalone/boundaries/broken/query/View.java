package dev.flagledger.standalone.boundaries.broken.query;

import dev.flagledger.standalone.boundaries.broken.webhook.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that depends on a delivery, reads another module's table, and leaves a stream of rows open. */
public record View(Delivery delivery) {

    static long rows(JdbcClient jdbc) {
        return jdbc.sql("select id from webhook.webhook_delivery").query(Integer.class).stream()
                .count();
    }
}
