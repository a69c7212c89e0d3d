package dev.flagledger.standalone.boundaries.broken.query;

import dev.flagledger.standalone.boundaries.broken.webhook.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that delivers, and leaves a stream of rows open. */
public record View(Delivery delivery) {

    static long rows(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).stream().count();
    }
}
