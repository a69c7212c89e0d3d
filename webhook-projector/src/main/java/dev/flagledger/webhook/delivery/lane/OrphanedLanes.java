package dev.flagledger.webhook.delivery.lane;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Cancels what is pending for webhooks that were removed or disabled. */
@Component
public class OrphanedLanes {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    OrphanedLanes(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Cancels the pending deliveries of some such lanes that are not leased, and returns their number. */
    public int cancel() {
        return transaction.execute(_ -> {
            // What is queued in a lane while it is locked is queued in one that follows it.
            var lanes = lock();
            return lanes.isEmpty() ? 0 : cancel(lanes);
        });
    }

    private List<Lane.Key> lock() {
        return jdbc.sql("""
                        select lane.webhook_id, lane.lane from webhook.webhook_lane lane
                        where lane.webhook_id = any (array(
                                  select waiting.webhook_id from webhook.webhook_waiting waiting
                                  where not exists (select from webhook.webhook_endpoint
                                                    where webhook_endpoint.id = waiting.webhook_id and webhook_endpoint.enabled)))
                          and (lane.leased_until is null or lane.leased_until <= :now)
                        limit :most
                        for update skip locked""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, _) -> new Lane.Key(row.getInt("webhook_id"), row.getLong("lane")))
                .list();
    }

    private int cancel(List<Lane.Key> lanes) {
        return jdbc.sql("""
                        with lost as (
                            select * from unnest(cast(:webhooks as int[]), cast(:lanes as bigint[])) as lost (webhook_id, lane)
                        ), gone as (
                            delete from webhook.webhook_lane using lost
                            where webhook_lane.webhook_id = lost.webhook_id and webhook_lane.lane = lost.lane
                        )
                        update webhook.webhook_delivery set status = 'cancelled'
                        from lost
                        where webhook_delivery.webhook_id = lost.webhook_id and webhook_delivery.lane = lost.lane
                          and webhook_delivery.status = 'pending'""")
                .param("webhooks", lanes.stream().map(Lane.Key::webhookId).toArray(Integer[]::new))
                .param("lanes", lanes.stream().map(Lane.Key::number).toArray(Long[]::new))
                .update();
    }
}
