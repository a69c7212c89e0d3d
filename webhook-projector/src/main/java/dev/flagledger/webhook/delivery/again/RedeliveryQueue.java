package dev.flagledger.webhook.delivery.again;

import dev.flagledger.webhook.delivery.DeliveryAnnouncement;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Queues messages again. A repeated message has its old number and id, and takes its place by its number in its lane, which is that of
 * the webhook's present order; its delivery is a new one that names the last one. Only if it is the first of the lane it is due at once:
 * otherwise the lane waits for what is ahead of it. The repeated deliveries are locked, in the order in which erasures
 * write them, so that an erasure finds either the body of each or the copy.
 */
@Component
public class RedeliveryQueue {

    private static final String ENQUEUE = """
            with last as (
                select distinct on (delivery.sequence) delivery.id, delivery.webhook_id, delivery.sequence, delivery.status
                from webhook.webhook_delivery delivery
                where delivery.webhook_id = :webhook and delivery.sequence between :next and :end
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
            ), repeated as (
                select delivery.* from webhook.webhook_delivery delivery join chosen on chosen.id = delivery.id
                order by delivery.id for share of delivery
            ), laned as (
                select repeated.*, case endpoint.delivery_order when 'STRICT' then 0 when 'PARALLEL' then -repeated.sequence
                    else greatest(repeated.lane, 0) end as present_lane
                from repeated join webhook.webhook_endpoint endpoint on endpoint.id = repeated.webhook_id
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
            select (select count(*) from chosen) as chosen, (select max(chosen.sequence) from chosen) as last, count(*) as messages
            from queued""";

    /** Limits the time for which the lanes are locked. */
    private static final int PART = 1_000;

    /** The numbers that are looked at for a part: it must not take longer the more messages the webhook has had. */
    private static final int LOOK = 10 * PART;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final RedeliveryRequests requests;
    private final DeliveryAnnouncement announcement;
    private final Clock clock;

    public RedeliveryQueue(
            JdbcClient jdbc,
            TransactionOperations transaction,
            RedeliveryRequests requests,
            DeliveryAnnouncement announcement,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.requests = requests;
        this.announcement = announcement;
        this.clock = clock;
    }

    /**
     * A part of a request.
     *
     * @param chosen how many deliveries were found
     * @param last the number of the last of them; 0 if there are none
     * @param messages how many were queued: fewer, if some were deleted meanwhile
     */
    private record Queued(int chosen, long last, int messages) {}

    /**
     * Queues the next of the messages that were asked for, {@value #PART} at most and of {@value #LOOK} numbers at most, in a transaction of
     * its own. A request for a webhook that was removed or is disabled ends.
     *
     * @return whether there may be more to queue
     */
    public boolean queueNext() {
        return transaction.execute(_ -> requests.lock().map(this::queuePart).isPresent());
    }

    private RedeliveryRequest queuePart(RedeliveryRequest request) {
        if (!isEnabled(request.webhookId())) {
            requests.remove(request);
            return request;
        }
        lockLanes(request.webhookId());
        long end = Math.min(request.last(), request.next() + LOOK - 1);
        var queued = queue(request, end);
        long done = queued.chosen() < PART ? end : queued.last();
        if (done < request.last()) {
            requests.advance(request, done);
        } else {
            requests.remove(request);
            wake(request.webhookId());
        }
        announcement.afterCommit(queued.messages());
        return request;
    }

    /** What is queued for other webhooks is cancelled. */
    private boolean isEnabled(int webhookId) {
        return jdbc.sql("""
                        select exists (select from webhook.webhook_endpoint
                                       where webhook_endpoint.id = :webhook and webhook_endpoint.enabled)""").param("webhook", webhookId).query(Boolean.class).single();
    }

    /** In the order in which recorders lock them. Lanes of a single message, which have negative numbers, are new when it is queued. */
    private void lockLanes(int webhookId) {
        jdbc.sql("""
                        select from webhook.webhook_lane lane where lane.webhook_id = :webhook and lane.lane >= 0
                        order by lane.lane for update""").param("webhook", webhookId).query(_ -> {});
    }

    /** What failed is tried at once, since whoever asks expects an answer now. That attempt is none of the schedule. */
    private void wake(int webhookId) {
        jdbc.sql("""
                        update webhook.webhook_lane set due_at = :now, attempts = greatest(webhook_lane.attempts - 1, 0)
                        where webhook_lane.webhook_id = :webhook and webhook_lane.lane in (
                            select lane.lane from webhook.webhook_lane lane
                            where lane.webhook_id = :webhook and lane.due_at > :now and lane.leased_until is null
                            for update skip locked)""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("webhook", webhookId)
                .update();
    }

    private Queued queue(RedeliveryRequest request, long end) {
        return jdbc.sql(ENQUEUE)
                .param("webhook", request.webhookId())
                .param("which", request.which())
                .param("next", request.next())
                .param("end", end)
                .param("since", request.since(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("most", PART)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Queued(row.getInt("chosen"), row.getLong("last"), row.getInt("messages")))
                .single();
    }
}
