package dev.flagledger.webhook.delivery;

import dev.flagledger.webhook.sending.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deliverers' access to the queue, which the nodes share: each statement is a transaction, and all times are the database's.
 */
@Component
class DeliveryTable {

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of pending deliveries, of all nodes. */
    long waiting() {
        return jdbc.sql("select count(*) from webhook.webhook_delivery where webhook_delivery.status = 'pending'")
                .query(Long.class)
                .single();
    }

    /** Cancels the pending deliveries of webhooks that were removed or disabled, and returns their number. */
    int cancelOrphans() {
        return jdbc.sql("""
                update webhook.webhook_delivery set status = 'cancelled', leased_until = null
                where webhook_delivery.id in (
                    select orphan.id from webhook.webhook_delivery orphan
                    where orphan.status = 'pending' and (orphan.leased_until is null or orphan.leased_until <= now())
                      and orphan.webhook_id = any (array(
                          select waiting.webhook_id from webhook.webhook_waiting waiting
                          where not exists (select from webhook.webhook_endpoint
                                            where webhook_endpoint.id = waiting.webhook_id and webhook_endpoint.enabled)))
                    for update of orphan skip locked)""").update();
    }

    /**
     * Leases at most this many deliveries: the first due one of each webhook, in the order of fewest failures. A webhook with a
     * leased delivery gets no second one, which keeps its order and prevents a slow receiver from filling all slots.
     */
    List<Delivery> lease(int limit, Duration lease) {
        return jdbc.sql("""
                with taken as (
                    select due.id from webhook.webhook_delivery due
                    where due.id = any (array(
                            select (select head.id from webhook.webhook_delivery head
                                    where head.webhook_id = waiting.webhook_id and head.status = 'pending'
                                      and head.next_attempt_at <= now()
                                    order by head.next_attempt_at, head.position, head.ordinal
                                    limit 1)
                            from webhook.webhook_waiting waiting
                            where not exists (select from webhook.webhook_delivery other
                                              where other.webhook_id = waiting.webhook_id and other.status = 'pending'
                                                and other.leased_until > now())))
                      and due.status = 'pending' and (due.leased_until is null or due.leased_until <= now())
                    order by due.attempts, due.next_attempt_at
                    limit :limit
                    for update skip locked
                )
                update webhook.webhook_delivery delivery
                set leased_until = now() + :leaseMillis * interval '1 millisecond', attempts = delivery.attempts + 1
                from taken, webhook.webhook_endpoint endpoint
                where delivery.id = taken.id and endpoint.id = delivery.webhook_id and endpoint.enabled
                returning delivery.id, delivery.webhook_id, delivery.position, delivery.ordinal, delivery.body,
                          delivery.attempts, now() as started_at, endpoint.url""")
                .param("limit", limit)
                .param("leaseMillis", lease.toMillis())
                .query((row, _) -> delivery(row))
                .list();
    }

    /**
     * Records an attempt and its consequence. If the lease has expired and another node has taken the delivery, only an
     * acknowledgement still counts.
     *
     * @param took the duration of the attempt
     * @param retry the delay before the next attempt; empty for none
     * @return whether the attempt counts
     */
    boolean record(Delivery delivery, Outcome outcome, Duration took, Optional<Duration> retry) {
        var status = outcome.delivered() ? "delivered" : retry.isPresent() ? "pending" : "failed";
        int counting = jdbc.sql("""
                with attempt as (
                    insert into webhook.webhook_attempt (delivery_id, number, started_at, duration_ms, status, error)
                    values (:id, :number, :startedAt, :durationMillis, :answered, :error)
                )
                update webhook.webhook_delivery
                set status = :status, leased_until = null, next_attempt_at = now() + :retryMillis * interval '1 millisecond'
                where webhook_delivery.id = :id and webhook_delivery.status = 'pending'
                  and (webhook_delivery.attempts = :number or :status = 'delivered')""")
                .param("id", delivery.id())
                .param("number", delivery.attempt())
                .param("startedAt", delivery.startedAt().atOffset(ZoneOffset.UTC))
                .param("durationMillis", took.toMillis())
                .param("answered", outcome instanceof Outcome.Answered(var code, var _) ? code : null, Types.INTEGER)
                .param("error", outcome instanceof Outcome.Unreached(var reason) ? reason : null, Types.VARCHAR)
                .param("status", status)
                .param("retryMillis", retry.orElse(Duration.ZERO).toMillis())
                .update();
        return counting > 0;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var id = new MessageId(row.getInt("webhook_id"), row.getLong("position"), row.getInt("ordinal"));
        return new Delivery(
                row.getLong("id"),
                id.toString(),
                id.webhookId(),
                row.getString("url"),
                row.getBytes("body"),
                row.getInt("attempts"),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }
}
