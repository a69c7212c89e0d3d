package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.Receiver.Request;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Outages of a receiver, on a clock that is turned from one attempt to the next. */
class OutageTest {

    private static final Duration OUTAGE = Duration.ofDays(3);
    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final int CHANGES = 60;
    private static final int FEATURES = 7;

    private final TurnedClock clock = new TurnedClock();
    private final Instant begun = clock.instant();
    private final HikariDataSource pool = new HikariDataSource();
    private final Rig node;
    private final Receiver receiver =
            Receiver.answering(exchange -> exchange.sendResponseHeaders(isDown() ? 503 : 204, -1));

    /** Thousands of statements follow one another. */
    OutageTest() {
        pool.setDataSource(TestDatabase.fresh().migrated().dataSource());
        pool.setMaximumPoolSize(2);
        node = Rig.on(pool, Settings.with(), clock);
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
        node.close();
        pool.close();
    }

    @Test
    void everythingArrivesInItsOrderWithinHalfAnHourAfterThreeDays() {
        node.endpoint(41, receiver.url());
        for (int change = 1; change <= CHANGES; change++) {
            node.enqueue(41, 1 + change % FEATURES, change);
            runUntil(begun.plus(OUTAGE.multipliedBy(change).dividedBy(CHANGES)));
        }
        int lost = receiver.all.size();
        assertThat(lost).isGreaterThan(140);

        runUntil(begun.plus(OUTAGE).plus(PAUSE));

        var arrived = receiver.all.subList(lost, receiver.all.size());
        assertThat(arrived).hasSize(CHANGES).extracting(OutageTest::sequence).doesNotHaveDuplicates();
        for (int feature = 0; feature < FEATURES; feature++) {
            int one = feature;
            assertThat(arrived.stream().map(OutageTest::sequence).filter(sequence -> sequence % FEATURES == one))
                    .isSorted();
        }
        assertThat(node.rows("select from webhook.webhook_lane")).isEmpty();
        assertThat(node.rows("select from webhook.webhook_circuit")).isEmpty();
        assertThat(node.notices())
                .extracting(row -> row.get("kind") + " " + row.get("webhook_id"))
                .containsExactly("PAUSED 41", "RESUMED 41");
    }

    @Test
    void theAttemptsOfAMessageFallOnTheScheduleAndProbesBetweenThem() {
        node.endpoint(41, receiver.url());
        node.enqueue(41, 1);

        runUntil(begun.plus(OUTAGE));

        var made = startedAfter();
        var due = Duration.ZERO;
        // The fifth failure pauses the webhook: from then on it is tried every half an hour, its schedule
        // notwithstanding.
        var delays = Settings.with().retryDelays().subList(0, 4);
        assertThat(made.getFirst()).isZero();
        for (int attempt = 1; attempt <= delays.size(); attempt++) {
            due = due.plus(delays.get(attempt - 1));
            assertThat(made.get(attempt))
                    .isBetween(due, due.plus(due.dividedBy(10)).plusSeconds(1));
        }
        IntStream.range(4, made.size() - 1)
                .forEach(attempt -> assertThat(made.get(attempt + 1).minus(made.get(attempt)))
                        .isBetween(Duration.ofSeconds(4), PAUSE.plusSeconds(1)));
        assertThat(counted()).isEqualTo(9);
    }

    /** As long as others are acknowledged, the webhook is not paused, and the schedule alone decides. */
    @Test
    void theAttemptsOfAMessageThatAloneIsRefusedAreTenOnTheScheduleAndThenItIsKeptAsFailed() {
        try (var picky = Receiver.answering(exchange -> exchange.sendResponseHeaders(
                "1".equals(exchange.getRequestHeaders().getFirst("webhook-sequence")) ? 422 : 204, -1))) {
            node.endpoint(41, picky.url());
            node.enqueue(41, 1, 1);
            var delays = Settings.with().retryDelays();
            for (int attempt = 0; attempt <= delays.size(); attempt++) {
                runUntil(attempt == 0 ? begun : nextDue());
                node.enqueue(41, 2, attempt + 2);
                node.deliverDue();
            }
            runUntil(clock.instant().plus(Duration.ofDays(30)));

            var due = Duration.ZERO;
            var made = startedAfter();
            assertThat(made).hasSize(delays.size() + 1);
            for (int attempt = 1; attempt < made.size(); attempt++) {
                due = due.plus(delays.get(attempt - 1));
                assertThat(made.get(attempt))
                        .isBetween(due, due.plus(due.dividedBy(10)).plusSeconds(1));
            }
            assertThat(node.rows("select status, attempts from webhook.webhook_delivery where sequence = 1"))
                    .containsExactly(Map.of("status", "failed", "attempts", 10));
        }
    }

    @Test
    void aReceiverThatIsAwayForLongerMissesWhatItsScheduleGivesUpAndNothingElse() {
        node.endpoint(41, "http://127.0.0.1:1/");
        node.enqueue(41, 1, 1);
        runUntil(begun.plus(Duration.ofHours(70)));
        node.enqueue(41, 2, 2);
        runUntil(begun.plus(Duration.ofHours(90)));
        assertThat(node.rows("select position from webhook.webhook_delivery where status = 'failed'"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("position", 1L));

        node.endpoint(41, receiver.url());
        runUntil(clock.instant().plusSeconds(1));

        assertThat(receiver.all).extracting(OutageTest::sequence).containsExactly(2);
    }

    private boolean isDown() {
        return clock.instant().isBefore(begun.plus(OUTAGE));
    }

    /** Delivers what becomes due until then. */
    private void runUntil(Instant end) {
        while (true) {
            while (node.deliverDue() > 0) {
                // The lanes that were freed may be due again.
            }
            var next = nextDue();
            if (next.isAfter(end)) {
                clock.turnTo(end);
                return;
            }
            clock.turnTo(next.isAfter(clock.instant()) ? next : clock.instant().plusMillis(1));
        }
    }

    private Instant nextDue() {
        var time = node.jdbc.sql("""
                        select min(case when circuit.open_since is null then greatest(lane.due_at, circuit.not_before)
                                   else circuit.not_before end)
                        from webhook.webhook_lane lane left join webhook.webhook_circuit circuit using (webhook_id)""").query(OffsetDateTime.class).optional();
        return time.map(OffsetDateTime::toInstant).orElse(Instant.MAX);
    }

    private List<Duration> startedAfter() {
        var started = new ArrayList<Duration>();
        node.jdbc
                .sql("select attempt.started_at from webhook.webhook_attempt attempt"
                        + " join webhook.webhook_delivery delivery on delivery.id = attempt.delivery_id"
                        + " where delivery.sequence = 1 order by attempt.number")
                .query(row -> {
                    started.add(Duration.between(
                            begun,
                            row.getObject("started_at", OffsetDateTime.class).toInstant()));
                });
        return started;
    }

    private int counted() {
        return node.jdbc
                .sql("select attempts from webhook.webhook_lane")
                .query(Integer.class)
                .single();
    }

    private static int sequence(Request request) {
        return request.json().get("sequence").asInt();
    }
}
