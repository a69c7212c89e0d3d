package dev.flagledger.webhook.delivery.again;

import dev.flagledger.api.webhook.MessageSelection;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requests for messages that are to be delivered again. All methods write in the caller's transaction. */
@Component
public class RedeliveryRequests {

    private final JdbcClient jdbc;

    public RedeliveryRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes down a request for messages up to the last one that there is now. Events up to the last one that asked for the webhook's
     * messages are ignored.
     *
     * @param position the event that asks
     */
    public void add(int webhookId, long position, MessageSelection messages) {
        var since = messages.since();
        jdbc.sql("""
                        with asked as (
                            update webhook.webhook_queued set redelivered = :position
                            where webhook_queued.webhook_id = :webhook and webhook_queued.redelivered < :position
                            returning webhook_queued.sequence
                        )
                        insert into webhook.webhook_redelivery_request (webhook_id, position, which, next_sequence, last_sequence, since)
                        select :webhook, :position, :which, coalesce(cast(:from as bigint), 1),
                            least(cast(:to as bigint), asked.sequence), cast(:since as timestamptz)
                        from asked""")
                .param("webhook", webhookId)
                .param("position", position)
                .param("which", messages.which().name())
                .param("from", messages.from(), Types.BIGINT)
                .param("to", messages.to(), Types.BIGINT)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /**
     * Locks the oldest request of a webhook. Empty if there is none, or other nodes have locked them: a later one of the same webhook
     * waits, since it might ask for the same messages.
     */
    Optional<RedeliveryRequest> lock() {
        return jdbc.sql("""
                        select request.* from webhook.webhook_redelivery_request request
                        where not exists (select from webhook.webhook_redelivery_request earlier
                                          where earlier.webhook_id = request.webhook_id and earlier.position < request.position)
                        order by request.position limit 1
                        for update skip locked""").query((row, _) -> RedeliveryRequest.of(row)).optional();
    }

    /** Continues a request with the messages after a number. */
    void advance(RedeliveryRequest request, long done) {
        jdbc.sql("""
                        update webhook.webhook_redelivery_request set next_sequence = :next
                        where webhook_redelivery_request.webhook_id = :webhook and webhook_redelivery_request.position = :position""")
                .param("next", done + 1)
                .param("webhook", request.webhookId())
                .param("position", request.position())
                .update();
    }

    void remove(RedeliveryRequest request) {
        jdbc.sql("""
                        delete from webhook.webhook_redelivery_request
                        where webhook_redelivery_request.webhook_id = :webhook and webhook_redelivery_request.position = :position""")
                .param("webhook", request.webhookId())
                .param("position", request.position())
                .update();
    }
}
