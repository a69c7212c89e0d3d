package dev.flagledger.webhook.log;

import dev.flagledger.ledger.log.store.StoredEvents;
import dev.flagledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of deliveries and attempts in a database of their own. */
final class DeliveryRows {

    static final OffsetDateTime QUEUED = OffsetDateTime.of(2031, 5, 6, 7, 8, 9, 0, ZoneOffset.UTC);

    final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().migrated().dataSource());
    final DeliveryLog log = new DeliveryLog(jdbc, new AttemptLog(jdbc), new StoredEvents(jdbc));

    /** Adds a delivery, and returns the id of its row. */
    long add(int webhook, @Nullable Integer environment, long position, int ordinal, String status, int attempts) {
        return jdbc.sql("""
                        insert into webhook.webhook_delivery
                            (webhook_id, environment_id, position, ordinal, sequence, lane, body, created_at, status, attempts)
                        values (:webhook, :environment, :position, :ordinal, :position, 7, :body, :queued, :status, :attempts)
                        returning id""")
                .param("webhook", webhook)
                .param("environment", environment, Types.INTEGER)
                .param("position", position)
                .param("ordinal", ordinal)
                .param("body", "{\"é\": 1}".getBytes(StandardCharsets.UTF_8))
                .param("queued", QUEUED)
                .param("status", status)
                .param("attempts", attempts)
                .query(Long.class)
                .single();
    }

    /** Adds another delivery of the message of one, and returns the id of its row. */
    long again(long delivery, String status) {
        return jdbc.sql("""
                        insert into webhook.webhook_delivery (webhook_id, environment_id, position, ordinal, sequence, lane, body,
                            created_at, status, attempts, redelivers)
                        select webhook_id, environment_id, position, ordinal, sequence, lane, body, created_at, :status, 0, id
                        from webhook.webhook_delivery where id = :delivery
                        returning id""")
                .param("delivery", delivery)
                .param("status", status)
                .query(Long.class)
                .single();
    }

    /** Adds the lane of all deliveries of a webhook, in which the next attempt is due. */
    void lane(int webhook) {
        jdbc.sql("insert into webhook.webhook_lane (webhook_id, lane, due_at) values (:webhook, 7, :queued)")
                .param("webhook", webhook)
                .param("queued", QUEUED)
                .update();
    }

    /** Adds an attempt, which has either a status or an error. */
    void attempt(long delivery, int number, @Nullable Integer status, @Nullable String error) {
        jdbc.sql("""
                        insert into webhook.webhook_attempt (delivery_id, number, started_at, duration_ms, status, error)
                        values (:delivery, :number, :started, :duration, :status, :error)""")
                .param("delivery", delivery)
                .param("number", number)
                .param("started", QUEUED.plusMinutes(number))
                .param("duration", 10 * number)
                .param("status", status, Types.INTEGER)
                .param("error", error, Types.VARCHAR)
                .update();
    }
}
