package dev.flagledger.webhook.log;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.webhook.AttemptView;
import dev.flagledger.contract.view.webhook.DeliveryDetailView;
import dev.flagledger.contract.view.webhook.DeliveryView;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads deliveries and their attempts. */
@Component
class DeliveryLog {

    private static final String SELECT = """
            select delivery.id, delivery.webhook_id, delivery.position, delivery.ordinal, delivery.status,
                delivery.created_at, delivery.attempts, delivery.next_attempt_at, delivery.body,
                last.status as last_status, last.error as last_error
            from webhook.webhook_delivery delivery
            left join lateral (select webhook_attempt.status, webhook_attempt.error from webhook.webhook_attempt
                               where webhook_attempt.delivery_id = delivery.id
                               order by webhook_attempt.number desc limit 1) last on true
            """;

    private final JdbcClient jdbc;

    DeliveryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The deliveries of a webhook, newest event first.
     *
     * @param status null for all
     * @param before where the page begins, exclusive; null for the newest
     */
    List<DeliveryView> ofWebhook(int webhookId, @Nullable String status, @Nullable MessageId before, int limit) {
        return jdbc.sql(SELECT + """
                        where delivery.webhook_id = :webhookId
                          and (cast(:status as text) is null or delivery.status = :status)
                          and (delivery.position, delivery.ordinal) < (:position, :ordinal)
                        order by delivery.position desc, delivery.ordinal desc limit :limit""")
                .param("webhookId", webhookId)
                .param("status", status)
                .param("position", before == null ? Long.MAX_VALUE : before.position())
                .param("ordinal", before == null ? Integer.MAX_VALUE : before.ordinal())
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    /** The deliveries of an event to webhooks of these environments, oldest first. */
    List<DeliveryView> ofEvent(long position, Collection<Integer> environmentIds) {
        return environmentIds.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                                where delivery.position = :position and delivery.environment_id in (:environmentIds)
                                order by delivery.id""")
                        .param("position", position)
                        .param("environmentIds", environmentIds)
                        .query((row, _) -> view(row))
                        .list();
    }

    /** A delivery with its body and attempts; empty if there is none, or it has been pruned. */
    Optional<DeliveryDetailView> find(MessageId id) {
        return jdbc.sql(SELECT + """
                        where delivery.webhook_id = :webhookId and delivery.position = :position
                          and delivery.ordinal = :ordinal""")
                .param("webhookId", id.webhookId())
                .param("position", id.position())
                .param("ordinal", id.ordinal())
                .query((row, _) -> new DeliveryDetailView(
                        view(row),
                        attempts(row.getLong("id")),
                        new String(row.getBytes("body"), StandardCharsets.UTF_8)))
                .optional();
    }

    private List<AttemptView> attempts(long deliveryId) {
        return jdbc.sql("""
                        select number, started_at, duration_ms, status, error from webhook.webhook_attempt
                        where delivery_id = :deliveryId order by number""")
                .param("deliveryId", deliveryId)
                .query((row, _) -> new AttemptView(
                        row.getInt("number"),
                        time(row, "started_at"),
                        row.getLong("duration_ms"),
                        row.getObject("status", Integer.class),
                        row.getString("error")))
                .list();
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        var status = row.getString("status");
        int webhookId = row.getInt("webhook_id");
        long position = row.getLong("position");
        return new DeliveryView(
                new MessageId(webhookId, position, row.getInt("ordinal")).toString(),
                webhookId,
                position,
                status,
                time(row, "created_at"),
                row.getInt("attempts"),
                status.equals("pending") ? time(row, "next_attempt_at") : null,
                row.getObject("last_status", Integer.class),
                row.getString("last_error"));
    }

    private static String time(ResultSet row, String column) throws SQLException {
        return WireTime.rest(row.getObject(column, OffsetDateTime.class).toInstant());
    }
}
