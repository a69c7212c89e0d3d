package dev.flagledger.webhook.delivery;

import dev.flagledger.api.webhook.MessageSelection;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Queues messages again. A repeated message has its old number and id, and takes its place in the lane by its number; its delivery is a
 * new one that names the last one.
 */
@Component
public class RedeliveryQueue {

    private static final String ENQUEUE = """
            with asked as (
                update webhook.webhook_queued set redelivered = :position
                where webhook_queued.webhook_id = :webhook and webhook_queued.redelivered < :position
                returning webhook_queued.webhook_id
            ), last as (
                select distinct on (delivery.sequence) delivery.*
                from webhook.webhook_delivery delivery join asked on asked.webhook_id = delivery.webhook_id
                where delivery.sequence between coalesce(:from, 0) and coalesce(:to, delivery.sequence)
                  and delivery.created_at >= coalesce(:since, timestamptz '-infinity')
                order by delivery.sequence, delivery.id desc
            ), chosen as (
                select last.* from last
                where case cast(:which as text) when 'ALL' then last.status <> 'pending' when 'FAILED' then last.status = 'failed'
                    else last.status in ('failed', 'cancelled')
                        and not exists (select from webhook.webhook_delivery made
                                        where made.webhook_id = last.webhook_id and made.sequence = last.sequence
                                          and made.status = 'delivered') end
            ), queued as (
                insert into webhook.webhook_delivery (webhook_id, environment_id, position, ordinal, sequence, lane, body, numbered,
                    created_at, user_id, identity_id, redelivers)
                select chosen.webhook_id, chosen.environment_id, chosen.position, chosen.ordinal, chosen.sequence, chosen.lane,
                    chosen.body, chosen.numbered, :now, chosen.user_id, chosen.identity_id, chosen.id
                from chosen order by chosen.sequence
                returning webhook_delivery.webhook_id, webhook_delivery.lane
            ), lanes as (
                insert into webhook.webhook_lane (webhook_id, lane, due_at)
                select queued.webhook_id, queued.lane, :now from queued group by queued.webhook_id, queued.lane order by 1, 2
                on conflict (webhook_id, lane) do update set queued = webhook_lane.queued + 1,
                    due_at = least(webhook_lane.due_at, excluded.due_at)
            )
            select count(*) from queued""";

    private final JdbcClient jdbc;
    private final DeliveryAnnouncement announcement;
    private final Clock clock;

    RedeliveryQueue(JdbcClient jdbc, DeliveryAnnouncement announcement, Clock clock) {
        this.jdbc = jdbc;
        this.announcement = announcement;
        this.clock = clock;
    }

    /**
     * Queues the messages for delivery after the current transaction commits, and returns their number. Events up to the last one that
     * asked for the webhook's messages again are ignored.
     *
     * @param position the event that asks
     */
    public int enqueue(int webhookId, long position, MessageSelection messages) {
        var since = messages.since();
        int queued = jdbc.sql(ENQUEUE)
                .param("webhook", webhookId)
                .param("position", position)
                .param("which", messages.which().name())
                .param("from", messages.from(), Types.BIGINT)
                .param("to", messages.to(), Types.BIGINT)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        announcement.afterCommit(queued);
        return queued;
    }
}
