package dev.flagledger.webhook.delivery.attempt;

import dev.flagledger.webhook.delivery.attempt.Notice.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The receivers that do not acknowledge, for all nodes. */
@Component
public class CircuitTable {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitTable.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final NoticeTable notices;

    CircuitTable(JdbcClient jdbc, Clock clock, NoticeTable notices) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.notices = notices;
    }

    /** The number of receivers to which nothing but probes is sent. */
    public long open() {
        return jdbc.sql("select count(*) from webhook.webhook_circuit where webhook_circuit.open_since is not null")
                .query(Long.class)
                .single();
    }

    /** Locks the circuits that these attempts may change, as far as they are known. */
    void lock(List<Attempt> attempts) {
        find(webhooks(attempts));
    }

    /**
     * Follows attempts, in the caller's transaction, with notices for the owners of webhooks that are paused, resumed or gone.
     *
     * @return whether there are such notices
     */
    boolean follow(List<Attempt> all) {
        // Those that this node gave up tell nothing of the receiver.
        var attempts = all.stream().filter(attempt -> !attempt.abandoned()).toList();
        var webhooks = webhooks(attempts);
        var known = find(webhooks);
        var failed = attempts.stream().map(Attempt::outcome).anyMatch(outcome -> !outcome.delivered());
        if (known.isEmpty() && !failed) {
            return false;
        }
        var now = clock.instant();
        var next = new HashMap<>(known);
        for (var attempt : attempts) {
            var before = next.getOrDefault(attempt.lane().webhookId(), Circuit.CLOSED);
            next.put(attempt.lane().webhookId(), before.after(attempt.outcome(), attempt.startedAt(), now));
        }
        boolean noticed = false;
        for (int webhook : webhooks) {
            var before = known.getOrDefault(webhook, Circuit.CLOSED);
            var after = next.getOrDefault(webhook, Circuit.CLOSED);
            change(webhook, before, after, now);
            if (before.isOpen() != after.isOpen()) {
                notices.add(webhook, after.isOpen() ? Kind.PAUSED : Kind.RESUMED, 0, last(webhook, attempts));
                noticed = true;
            }
        }
        return disable(attempts) || noticed;
    }

    /** Writes notices of receivers that are gone. */
    private boolean disable(List<Attempt> attempts) {
        var gone = attempts.stream().filter(attempt -> attempt.outcome().gone()).toList();
        gone.forEach(attempt -> {
            var lane = attempt.lane();
            notices.add(
                    lane.webhookId(),
                    Kind.GONE,
                    lane.revision(),
                    attempt.outcome().described());
        });
        return !gone.isEmpty();
    }

    /** What came of the last attempt to deliver to a webhook. */
    private static String last(int webhook, List<Attempt> attempts) {
        return attempts.reversed().stream()
                .filter(attempt -> attempt.lane().webhookId() == webhook)
                .findFirst()
                .map(attempt -> attempt.outcome().described())
                .orElse("");
    }

    private static Set<Integer> webhooks(List<Attempt> attempts) {
        var webhooks = new TreeSet<Integer>();
        attempts.forEach(attempt -> webhooks.add(attempt.lane().webhookId()));
        return webhooks;
    }

    private Map<Integer, Circuit> find(Set<Integer> webhooks) {
        var found = new HashMap<Integer, Circuit>();
        jdbc.sql("""
            select * from webhook.webhook_circuit where webhook_circuit.webhook_id = any (:webhooks)
            order by webhook_circuit.webhook_id for update
            """).param("webhooks", webhooks.toArray(Integer[]::new)).query(row -> {
            found.put(
                    row.getInt("webhook_id"),
                    new Circuit(
                            row.getInt("failures"),
                            time(row, "open_since"),
                            time(row, "not_before"),
                            time(row, "gone_since")));
        });
        return found;
    }

    private void change(int webhook, Circuit before, Circuit after, Instant now) {
        if (after.equals(before)) {
            return;
        }
        if (after.equals(Circuit.CLOSED)) {
            jdbc.sql("delete from webhook.webhook_circuit where webhook_circuit.webhook_id = :webhook")
                    .param("webhook", webhook)
                    .update();
        } else {
            store(webhook, after);
        }
        if (!before.isOpen() && after.isOpen()) {
            LOG.warn("Webhook {} is paused: its receiver has failed {} times in succession", webhook, after.failures());
        }
        if (before.isOpen() && !after.isOpen()) {
            LOG.info("Webhook {} is resumed: its receiver acknowledges again", webhook);
            wake(webhook, now);
        }
    }

    private void store(int webhook, Circuit circuit) {
        jdbc.sql("""
            insert into webhook.webhook_circuit (webhook_id, failures, open_since, not_before, gone_since)
            values (:webhook, :failures, :openSince, :notBefore, :goneSince)
            on conflict (webhook_id) do update set failures = excluded.failures, open_since = excluded.open_since,
                not_before = excluded.not_before, gone_since = excluded.gone_since
            """)
                .param("webhook", webhook)
                .param("failures", circuit.failures())
                .param("openSince", utc(circuit.openSince()))
                .param("notBefore", utc(circuit.notBefore()))
                .param("goneSince", utc(circuit.goneSince()))
                .update();
    }

    /** What failed during the outage need not wait for its schedule, and this attempt is none of it. */
    private void wake(int webhook, Instant now) {
        jdbc.sql("""
            update webhook.webhook_lane set due_at = :now, attempts = greatest(webhook_lane.attempts - 1, 0)
            where (webhook_lane.webhook_id, webhook_lane.lane) in (
                select lane.webhook_id, lane.lane from webhook.webhook_lane lane
                where lane.webhook_id = :webhook and lane.due_at > :now and lane.leased_until is null
                for update skip locked)
            """).param("now", utc(now)).param("webhook", webhook).update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
