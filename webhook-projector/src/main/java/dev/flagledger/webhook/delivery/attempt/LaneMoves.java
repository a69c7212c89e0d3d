package dev.flagledger.webhook.delivery.attempt;

import dev.flagledger.webhook.delivery.attempt.Attempt.Next;
import dev.flagledger.webhook.delivery.lane.Delivery;
import dev.flagledger.webhook.delivery.lane.Lane;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves lanes on after attempts, in the caller's transaction. */
final class LaneMoves {

    private final JdbcClient jdbc;
    private final Clock clock;

    LaneMoves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The counts of locked lanes. */
    record Locked(Map<Lane.Key, Counts> lanes) {

        /** Whether nobody has leased the lane since. */
        boolean isHeld(Lane lane) {
            var now = lanes.get(lane.key());
            return now != null && now.leases() == lane.lease();
        }

        private boolean nothingWasQueued(Lane lane) {
            var now = lanes.get(lane.key());
            return now != null && now.queued() == lane.queued();
        }
    }

    /** How often something was queued in a lane, and how often it was leased. */
    record Counts(int queued, int leases) {}

    /** A lane's next state after an attempt of a delivery; no time means that it stays. */
    private record Move(
            Lane.Key key,
            Delivery delivery,
            int attempts,
            @Nullable Long dueAt,
            @Nullable Long leasedUntil) {}

    Locked lock(Collection<Lane> lanes) {
        var found = new HashMap<Lane.Key, Counts>();
        var keys = lanes.stream().map(Lane::key).distinct().toList();
        jdbc.sql("""
                        select lane.webhook_id, lane.lane, lane.queued, lane.leases
                        from webhook.webhook_lane lane
                        where (lane.webhook_id, lane.lane) in (
                            select * from unnest(cast(:webhooks as int[]), cast(:lanes as bigint[])))
                        order by lane.webhook_id, lane.lane
                        for update""")
                .param("webhooks", webhooks(keys))
                .param("lanes", numbers(keys))
                .query(row -> {
                    found.put(
                            new Lane.Key(row.getInt("webhook_id"), row.getLong("lane")),
                            new Counts(row.getInt("queued"), row.getInt("leases")));
                });
        return new Locked(found);
    }

    /** Moves the lanes of attempts, which this node holds. */
    void move(List<Attempt> attempts, Locked locked) {
        // Of several attempts in a lane, the last one decides.
        var last = new LinkedHashMap<Lane.Key, Attempt>();
        attempts.forEach(attempt -> last.put(attempt.lane().key(), attempt));
        var ended = new ArrayList<Lane.Key>();
        var moves = new ArrayList<Move>();
        last.forEach((key, attempt) -> {
            if (attempt.over() && attempt.next() == Next.ENDED && locked.nothingWasQueued(attempt.lane())) {
                ended.add(key);
            } else {
                moves.add(move(attempt));
            }
        });
        remove(ended);
        store(moves);
    }

    private Move move(Attempt attempt) {
        var key = attempt.lane().key();
        var now = clock.instant();
        if (attempt.over()) {
            var until = attempt.next() == Next.KEPT
                    ? AttemptTable.micros(attempt.lane().until())
                    : null;
            return new Move(key, attempt.delivery(), 0, AttemptTable.micros(now), until);
        }
        var due = now.plus(attempt.retry().orElse(Duration.ZERO));
        return new Move(
                key, attempt.delivery(), attempt.counted(), attempt.probed() ? null : AttemptTable.micros(due), null);
    }

    private void remove(List<Lane.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from webhook.webhook_lane
                        where (webhook_lane.webhook_id, webhook_lane.lane) in (
                            select * from unnest(cast(:webhooks as int[]), cast(:lanes as bigint[])))""")
                .param("webhooks", webhooks(keys))
                .param("lanes", numbers(keys))
                .update();
    }

    /** If something was queued ahead of the delivery meanwhile, that is due now and has no attempts. */
    private void store(List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        var keys = moves.stream().map(Move::key).toList();
        jdbc.sql("""
                        update webhook.webhook_lane set attempts = case when moved.overtaken then 0 else moved.attempts end,
                            due_at = case when moved.overtaken then :now
                                else coalesce(timestamptz 'epoch' + moved.due * interval '1 microsecond', webhook_lane.due_at) end,
                            leased_until = timestamptz 'epoch' + moved.until * interval '1 microsecond'
                        from (
                            select made.*, made.attempts > 0 and exists (
                                select from webhook.webhook_delivery ahead
                                where ahead.webhook_id = made.webhook_id and ahead.lane = made.lane and ahead.status = 'pending'
                                  and (ahead.sequence, ahead.id) < (made.sequence, made.id)) as overtaken
                            from unnest(cast(:webhooks as int[]), cast(:lanes as bigint[]), cast(:sequences as bigint[]),
                                        cast(:ids as bigint[]), cast(:attempts as int[]), cast(:due as bigint[]), cast(:until as bigint[]))
                                as made (webhook_id, lane, sequence, id, attempts, due, until)
                        ) moved
                        where webhook_lane.webhook_id = moved.webhook_id and webhook_lane.lane = moved.lane""")
                .param("webhooks", webhooks(keys))
                .param("lanes", numbers(keys))
                .param(
                        "sequences",
                        moves.stream().map(move -> move.delivery().sequence()).toArray(Long[]::new))
                .param("ids", moves.stream().map(move -> move.delivery().id()).toArray(Long[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("attempts", moves.stream().map(Move::attempts).toArray(Integer[]::new))
                .param("due", moves.stream().map(Move::dueAt).toArray(Long[]::new))
                .param("until", moves.stream().map(Move::leasedUntil).toArray(Long[]::new))
                .update();
    }

    private static Integer[] webhooks(List<Lane.Key> keys) {
        return keys.stream().map(Lane.Key::webhookId).toArray(Integer[]::new);
    }

    private static Long[] numbers(List<Lane.Key> keys) {
        return keys.stream().map(Lane.Key::number).toArray(Long[]::new);
    }
}
