package dev.flagledger.webhook.delivery.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the next deliveries of leased lanes. */
final class LaneDeliveries {

    /** The deliveries that are made in one lease: enough to keep a busy lane moving, and few enough for others to get their turn. */
    static final int MOST = 8;

    private final JdbcClient jdbc;

    LaneDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(int turn, Delivery delivery) {}

    /** The lanes with their deliveries. Lanes without any are given up: theirs were cancelled, or acknowledged to another node. */
    List<LeasedLane> of(List<Lane> lanes) {
        var found = new ArrayList<List<Delivery>>();
        lanes.forEach(_ -> found.add(new ArrayList<>()));
        rows(lanes).forEach(row -> found.get(row.turn() - 1).add(row.delivery()));
        var leased = new ArrayList<LeasedLane>();
        for (int turn = 0; turn < lanes.size(); turn++) {
            var deliveries = found.get(turn);
            if (deliveries.isEmpty()) {
                giveUp(lanes.get(turn));
            } else {
                leased.add(new LeasedLane(lanes.get(turn), deliveries, deliveries.size() < MOST));
            }
        }
        return leased;
    }

    private List<Row> rows(List<Lane> lanes) {
        return jdbc.sql("""
                        select leased.turn, delivery.*
                        from unnest(cast(:webhooks as int[]), cast(:lanes as bigint[])) with ordinality as leased (webhook_id, lane, turn)
                        cross join lateral (
                            select next.id, next.webhook_id, next.position, next.ordinal, next.sequence, next.body, next.numbered
                            from webhook.webhook_delivery next
                            where next.webhook_id = leased.webhook_id and next.lane = leased.lane and next.status = 'pending'
                            order by next.sequence, next.id
                            limit :most
                        ) delivery
                        order by leased.turn, delivery.sequence, delivery.id""")
                .param("webhooks", lanes.stream().map(Lane::webhookId).toArray(Integer[]::new))
                .param("lanes", lanes.stream().map(lane -> lane.key().number()).toArray(Long[]::new))
                .param("most", MOST)
                .query((row, _) -> new Row(row.getInt("turn"), delivery(row)))
                .list();
    }

    private void giveUp(Lane lane) {
        int removed = update("delete from webhook.webhook_lane", lane, " and webhook_lane.queued = " + lane.queued());
        if (removed == 0) {
            update("update webhook.webhook_lane set leased_until = null", lane, "");
        }
    }

    private int update(String statement, Lane lane, String condition) {
        return jdbc.sql(statement + " where webhook_lane.webhook_id = :webhook and webhook_lane.lane = :lane"
                        + " and webhook_lane.leases = :lease" + condition)
                .param("webhook", lane.webhookId())
                .param("lane", lane.key().number())
                .param("lease", lane.lease())
                .update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var id = new MessageId(row.getInt("webhook_id"), row.getLong("position"), row.getInt("ordinal"));
        return new Delivery(
                row.getLong("id"), id, row.getLong("sequence"), row.getBytes("body"), row.getBoolean("numbered"));
    }
}
