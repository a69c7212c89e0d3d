package dev.flagledger.webhook.delivery;

import dev.flagledger.api.webhook.MessageSelection;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Queues messages again. A repeated message has its old number and id, and takes its place by its number in its lane, which is that of
 * the webhook's present order; its delivery is a new one that names the last one. Only if it is the first of the lane it is due at once:
 * otherwise the lane waits for what is ahead of it.
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
                order by last.sequence limit :most
            ), laned as (
                select chosen.*, case endpoint.delivery_order when 'STRICT' then 0 when 'PARALLEL' then -chosen.sequence
                    else greatest(chosen.lane, 0) end as present_lane
                from chosen left join webhook.webhook_endpoint endpoint on endpoint.id = chosen.webhook_id
            ), queued as (
                insert into webhook.webhook_delivery (webhook_id, environment_id, position, ordinal, sequence, lane, body, numbered,
                    created_at, user_id, identity_id, redelivers)
                select laned.webhook_id, laned.environment_id, laned.position, laned.ordinal, laned.sequence, laned.present_lane,
                    laned.body, laned.numbered, :now, laned.user_id, laned.identity_id, laned.id
                from laned order by laned.sequence
                returning webhook_delivery.webhook_id, webhook_delivery.lane, webhook_delivery.sequence
            ), lanes as (
                insert into webhook.webhook_lane (webhook_id, lane, due_at)
                select queued.webhook_id, queued.lane, :now from queued group by queued.webhook_id, queued.lane order by 1, 2
                on conflict (webhook_id, lane) do update set queued = webhook_lane.queued + 1, (attempts, due_at) = (
                    select case when ahead.first then 0 else webhook_lane.attempts end,
                        case when ahead.first then least(webhook_lane.due_at, excluded.due_at) else webhook_lane.due_at end
                    from (select not exists (
                        select from webhook.webhook_delivery waiting
                        where waiting.webhook_id = webhook_lane.webhook_id and waiting.lane = webhook_lane.lane
                          and waiting.status = 'pending'
                          and waiting.sequence < (select min(queued.sequence) from queued
                                                  where queued.lane = webhook_lane.lane)) as first) ahead)
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
     * Locks the lanes of these webhooks in the order in which recorders lock them, in the caller's transaction: before several calls that
     * queue, each of which locks its own. Those of a single message, which have negative numbers, are new when it is queued.
     */
    public void lockLanes(Set<Integer> webhooks) {
        jdbc.sql("""
                        select from webhook.webhook_lane lane where lane.webhook_id = any (:webhooks) and lane.lane >= 0
                        order by lane.webhook_id, lane.lane for update""").param("webhooks", webhooks.toArray(Integer[]::new)).query(_ -> {});
    }

    /**
     * Queues the messages, the oldest {@value MessageSelection#MOST} at most, for delivery after the current transaction commits, and
     * returns their number. Events up to the last one that asked for the webhook's messages again are ignored.
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
                .param("most", MessageSelection.MOST)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        announcement.afterCommit(queued);
        return queued;
    }
}
