package dev.flagledger.webhook.log;

import dev.flagledger.contract.view.webhook.DeliveryDetailView;
import dev.flagledger.contract.view.webhook.DeliveryView;
import dev.flagledger.ledger.log.store.StoredEvents;
import dev.flagledger.webhook.delivery.lane.MessageId;
import dev.flagledger.webhook.payload.SequencedBody;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads deliveries. Lists leave the bodies in the database. */
@Component
class DeliveryLog {

    private static final String COLUMNS = """
            select delivery.id, delivery.webhook_id, delivery.position, delivery.ordinal, delivery.status,
                delivery.redelivers, delivery.sequence, delivery.created_at, delivery.attempts, lane.due_at as next_attempt_at,
                last.status as last_status, last.error as last_error""";

    private static final String TABLES = """

            from webhook.webhook_delivery delivery
            left join webhook.webhook_lane lane
                on delivery.status = 'pending' and lane.webhook_id = delivery.webhook_id and lane.lane = delivery.lane
            left join lateral (select webhook_attempt.status, webhook_attempt.error from webhook.webhook_attempt
                               where webhook_attempt.delivery_id = delivery.id
                               order by webhook_attempt.number desc limit 1) last on true
            """;

    private final JdbcClient jdbc;
    private final AttemptLog attempts;
    private final StoredEvents events;

    DeliveryLog(JdbcClient jdbc, AttemptLog attempts, StoredEvents events) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.events = events;
    }

    /**
     * The deliveries of a webhook, newest message first, and of a message newest first.
     *
     * @param status null for all
     * @param before where the page begins, exclusive; null for the newest
     */
    List<DeliveryView> ofWebhook(int webhookId, @Nullable String status, @Nullable ListPlace before, int limit) {
        var place = before == null ? ListPlace.BEGINNING : before;
        return jdbc.sql(COLUMNS + TABLES + """
                        where delivery.webhook_id = :webhookId
                          and (cast(:status as text) is null or delivery.status = :status)
                          and (delivery.sequence, delivery.id) < (:sequence, :number)
                        order by delivery.sequence desc, delivery.id desc limit :limit""")
                .param("webhookId", webhookId)
                .param("status", status)
                .param("sequence", place.sequence())
                .param("number", place.number())
                .param("limit", limit)
                .query((row, _) -> DeliveryRow.view(row))
                .list();
    }

    /** The deliveries of an event to webhooks of environments and organisations, also of such as do not exist any more, oldest first. */
    List<DeliveryView> ofEvent(long position) {
        return jdbc.sql(COLUMNS + TABLES + "where delivery.position = :position order by delivery.id")
                .param("position", position)
                .query((row, _) -> DeliveryRow.view(row))
                .list();
    }

    /**
     * A delivery of a message with its body and attempts; empty if there is none, or it has been pruned.
     *
     * @param number that of the delivery; null for the last one of the message
     */
    Optional<DeliveryDetailView> find(MessageId id, @Nullable Long number) {
        return jdbc.sql(COLUMNS + ", delivery.body, delivery.numbered" + TABLES + """
                        where delivery.webhook_id = :webhookId and delivery.position = :position
                          and delivery.ordinal = :ordinal
                          and (cast(:number as bigint) is null or delivery.id = :number)
                        order by delivery.id desc limit 1""")
                .param("webhookId", id.webhookId())
                .param("position", id.position())
                .param("ordinal", id.ordinal())
                .param("number", number, Types.BIGINT)
                .query((row, _) -> new Sent(DeliveryRow.view(row), body(row)))
                .optional()
                .map(this::detail);
    }

    private DeliveryDetailView detail(Sent sent) {
        var delivery = sent.delivery();
        return new DeliveryDetailView(
                delivery, events.requestOf(delivery.position()).orElse(null), attempts.of(delivery), sent.body());
    }

    private static String body(ResultSet row) throws SQLException {
        var sent = SequencedBody.sent(row.getBytes("body"), row.getLong("sequence"), row.getBoolean("numbered"));
        return new String(sent, StandardCharsets.UTF_8);
    }

    private record Sent(DeliveryView delivery, String body) {}
}
