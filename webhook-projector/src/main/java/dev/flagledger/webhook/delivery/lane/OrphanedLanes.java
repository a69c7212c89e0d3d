package dev.flagledger.webhook.delivery.lane;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Cancels what is pending for webhooks that were removed or disabled, and forgets the failures of those that were removed. */
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

    /** Cancels pending deliveries, 1,000 at most, of such lanes that are not leased, and returns their number. */
    public int cancel() {
        return transaction.execute(_ -> {
            forgetCircuits();
            // What is queued in a lane while it is locked is queued in one that follows it.
            var lanes = lock();
            if (lanes.isEmpty()) {
                return 0;
            }
            int cancelled = cancel(lanes);
            remove(lanes);
            return cancelled;
        });
    }

    /** Of webhooks that were removed. A locked row is left for the next time: its transaction may wait for this one. */
    private void forgetCircuits() {
        jdbc.sql("""
                        delete from webhook.webhook_circuit where webhook_circuit.webhook_id in (
                            select circuit.webhook_id from webhook.webhook_circuit circuit
                            where not exists (select from webhook.webhook_endpoint where webhook_endpoint.id = circuit.webhook_id)
                            for update skip locked)""").update();
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

    /** The webhook may have been enabled before its lane was locked, and then what is pending may be new. */
    int cancel(List<Lane.Key> lanes) {
        return update(lanes, """
                        update webhook.webhook_delivery set status = 'cancelled'
                        where webhook_delivery.id = any (array(
                            select delivery.id
                            from unnest(cast(:webhooks as int[]), cast(:lanes as bigint[])) as lost (webhook_id, lane)
                            join webhook.webhook_delivery delivery
                                on delivery.webhook_id = lost.webhook_id and delivery.lane = lost.lane
                            where delivery.status = 'pending'
                              and not exists (select from webhook.webhook_endpoint
                                              where webhook_endpoint.id = lost.webhook_id and webhook_endpoint.enabled)
                            limit %d))""".formatted(MOST));
    }

    private void remove(List<Lane.Key> lanes) {
        update(lanes, """
                        delete from webhook.webhook_lane
                        using unnest(cast(:webhooks as int[]), cast(:lanes as bigint[])) as lost (webhook_id, lane)
                        where webhook_lane.webhook_id = lost.webhook_id and webhook_lane.lane = lost.lane
                          and not exists (select from webhook.webhook_delivery delivery
                                          where delivery.webhook_id = lost.webhook_id and delivery.lane = lost.lane
                                            and delivery.status = 'pending')""");
    }

    private int update(List<Lane.Key> lanes, String statement) {
        return jdbc.sql(statement)
                .param("webhooks", lanes.stream().map(Lane.Key::webhookId).toArray(Integer[]::new))
                .param("lanes", lanes.stream().map(Lane.Key::number).toArray(Long[]::new))
                .update();
    }
}
