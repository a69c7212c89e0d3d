package dev.flagledger.webhook.delivery.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Leases lanes, which the nodes share. All times are those of the node's clock: a lease is much longer than the clocks of nodes differ.
 * Leases are not written durably, so that a crash of the database may repeat a delivery. What others have locked is left to the next
 * time, so that a lease waits for nobody.
 */
@Component
public class LaneTable {

    private static final String LEASE = """
            with candidate as (
                select lane.webhook_id, lane.lane, lane.due_at, circuit.open_since is not null as open,
                    coalesce(circuit.failures, 0) > 0 as failing, coalesce(held.lanes, 0) as held
                from webhook.webhook_waiting waiting
                join webhook.webhook_endpoint endpoint on endpoint.id = waiting.webhook_id and endpoint.enabled
                left join webhook.webhook_circuit circuit on circuit.webhook_id = waiting.webhook_id
                left join unnest(cast(:heldWebhooks as int[]), cast(:heldLanes as int[])) as held (webhook_id, lanes)
                    on held.webhook_id = waiting.webhook_id
                cross join lateral (
                    select one.webhook_id, one.lane, one.due_at from webhook.webhook_lane one
                    where one.webhook_id = waiting.webhook_id
                      and (one.due_at <= :now or circuit.open_since is not null)
                      and (one.leased_until is null or one.leased_until <= :now)
                    order by one.due_at
                    limit case when circuit.open_since is null then greatest(:perWebhook - coalesce(held.lanes, 0), 0)
                               when held.lanes is null then 1 else 0 end
                ) lane
                where circuit.not_before is null or circuit.not_before <= :now
            ), ranked as (
                select candidate.*, candidate.held
                        + row_number() over (partition by candidate.webhook_id order by candidate.due_at) as rank
                from candidate
            ), chosen as (
                select ranked.* from ranked order by ranked.failing, ranked.rank, ranked.due_at limit :most
            ), probed as (
                select circuit.webhook_id from webhook.webhook_circuit circuit
                join chosen on chosen.webhook_id = circuit.webhook_id and chosen.open
                where circuit.open_since is not null and (circuit.not_before is null or circuit.not_before <= :now)
                for update of circuit skip locked
            ), taken as (
                select lane.webhook_id, lane.lane, chosen.open, lane.due_at <= :now as due
                from webhook.webhook_lane lane
                join chosen on chosen.webhook_id = lane.webhook_id and chosen.lane = lane.lane
                where (lane.due_at <= :now or chosen.open)
                  and (not chosen.open or chosen.webhook_id in (select probed.webhook_id from probed))
                  and (lane.leased_until is null or lane.leased_until <= :now)
                for update of lane skip locked
            ), paused as (
                update webhook.webhook_circuit circuit set not_before = :until
                from taken where circuit.webhook_id = taken.webhook_id and taken.open
            )
            update webhook.webhook_lane lane
            set leased_until = :until, leases = lane.leases + 1, attempts = lane.attempts + cast(taken.due as int)
            from taken, webhook.webhook_endpoint endpoint
            where lane.webhook_id = taken.webhook_id and lane.lane = taken.lane and endpoint.id = lane.webhook_id
            returning lane.webhook_id, lane.lane, endpoint.url, endpoint.revision, lane.queued, lane.leases, lane.attempts,
                taken.due""";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final LaneDeliveries deliveries;

    LaneTable(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.deliveries = new LaneDeliveries(jdbc);
    }

    /**
     * Leases lanes whose next delivery is due: of webhooks that acknowledge first, of those of which the node holds the fewest lanes first,
     * and of each webhook the longest due ones first. Of a webhook whose circuit is open one lane is leased when the circuit's pause is
     * over, due or not: its next delivery is the probe.
     */
    public List<LeasedLane> lease(Ask ask) {
        // The deliveries are read after the commit, and so include all that the count of the leased lane includes.
        var leased = transaction.execute(_ -> lanes(ask));
        return leased.isEmpty() ? List.of() : deliveries.of(leased);
    }

    private List<Lane> lanes(Ask ask) {
        var now = clock.instant();
        var until = now.plus(ask.lease());
        var held = List.copyOf(ask.held().entrySet());
        jdbc.sql("set local synchronous_commit = off").update();
        return jdbc.sql(LEASE)
                .param("heldWebhooks", held.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .param("heldLanes", held.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("perWebhook", ask.perWebhook())
                .param("most", ask.most())
                .query((row, _) -> lane(row, until))
                .list();
    }

    private static Lane lane(ResultSet row, Instant until) throws SQLException {
        return new Lane(
                new Lane.Key(row.getInt("webhook_id"), row.getLong("lane")),
                row.getString("url"),
                row.getLong("revision"),
                row.getInt("queued"),
                row.getInt("leases"),
                row.getInt("attempts"),
                !row.getBoolean("due"),
                until);
    }
}
