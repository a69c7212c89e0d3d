package dev.flagledger.webhook.log.message;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.webhook.delivery.lane.MessageId;
import dev.flagledger.webhook.payload.SequencedBody;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the messages of webhooks. One that has several deliveries is one message. */
@Component
class MessageLog {

    private final JdbcClient jdbc;

    MessageLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The messages of a webhook in the order of their numbers, without those that have been deleted. Numbers are given in one
     * transaction after another, so that a smaller one never appears after a greater one.
     *
     * @param after the number after which to begin
     */
    List<MessageView> after(int webhookId, long after, int limit) {
        return jdbc.sql("""
                        select distinct on (delivery.sequence) delivery.webhook_id, delivery.position, delivery.ordinal,
                            delivery.sequence, delivery.created_at, delivery.body, delivery.numbered
                        from webhook.webhook_delivery delivery
                        where delivery.webhook_id = :webhookId and delivery.sequence > :after
                        order by delivery.sequence, delivery.id limit :limit""")
                .param("webhookId", webhookId)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    private static MessageView view(ResultSet row) throws SQLException {
        var id = new MessageId(row.getInt("webhook_id"), row.getLong("position"), row.getInt("ordinal"));
        long sequence = row.getLong("sequence");
        var body = SequencedBody.sent(row.getBytes("body"), sequence, row.getBoolean("numbered"));
        var queued = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new MessageView(
                id.toString(),
                sequence,
                id.position(),
                WireTime.rest(queued),
                new String(body, StandardCharsets.UTF_8));
    }
}
