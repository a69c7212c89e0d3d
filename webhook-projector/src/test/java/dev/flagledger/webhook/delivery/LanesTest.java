package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.delivery.attempt.Attempt.Next;
import dev.flagledger.webhook.delivery.lane.Ask;
import dev.flagledger.webhook.delivery.lane.LeasedLane;
import dev.flagledger.webhook.sending.Outcome.Abandoned;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Unreached FAILED = new Unreached("gone");
    private static final Answered DONE = new Answered(200);

    private final TurnedClock clock = new TurnedClock();
    private final Rig node = Rig.on(Settings.with(), clock);

    @BeforeEach
    void addTheWebhooks() {
        node.endpoint(41, "http://one.test/");
        node.endpoint(42, "http://two.test/");
    }

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void aLeasedLaneIsNotLeasedAgainUntilItIsFreed() {
        node.enqueue(41, 1);
        node.enqueue(42, 1);

        var leased = lease();
        assertThat(heads(leased)).containsExactlyInAnyOrder("41-1-0", "42-1-0");
        node.enqueue(41, 2);
        assertThat(lease()).isEmpty();

        leased.forEach(lane -> node.attempts.record(lane, DONE, Optional.empty()));
        assertThat(heads(lease())).containsExactly("41-2-0");
    }

    @Test
    void whatIsBehindAFailedDeliveryOfALaneWaitsAndOtherLanesDoNot() {
        node.enqueue(41, 7, 1);
        node.enqueue(41, 7, 2);
        node.enqueue(41, 8, 3);
        for (var lane : lease()) {
            var first = heads(List.of(lane)).getFirst().equals("41-1-0");
            node.attempts.record(lane, first ? FAILED : DONE, first ? Optional.of(LEASE) : Optional.empty());
        }
        node.enqueue(41, 8, 4);

        assertThat(heads(lease())).containsExactly("41-4-0");
        clock.turn(LEASE);
        assertThat(heads(lease())).contains("41-1-0");
    }

    @Test
    void inStrictOrderThereIsOneLaneAndInNoneThereIsOneForEach() {
        Map.of(41, DeliveryOrder.STRICT, 42, DeliveryOrder.PARALLEL).forEach((webhook, order) -> {
            var manner = new Job.Manner(order, true);
            node.enqueue(webhook, 7, 1, manner);
            node.enqueue(webhook, 8, 2, manner);
            node.enqueue(webhook, 8, 3, manner);
        });

        assertThat(heads(lease())).containsExactlyInAnyOrder("41-1-0", "42-1-0", "42-2-0", "42-3-0");
    }

    @Test
    void aLaneIsLeasedWithItsNextDeliveriesInTheirOrder() {
        for (int position = 1; position <= 9; position++) {
            node.enqueue(41, position);
        }

        var first = lease().getFirst();
        assertThat(first.deliveries())
                .extracting(delivery -> delivery.sequence())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(first.complete()).isFalse();
        for (int turn = 0; turn < 8; turn++) {
            assertThat(lease()).isEmpty();
            node.attempts.record(first, turn, DONE, Optional.empty(), turn < 7 ? Next.KEPT : Next.FREED);
        }

        var second = lease().getFirst();
        assertThat(heads(List.of(second))).containsExactly("41-9-0");
        assertThat(second.complete()).isTrue();
    }

    @Test
    void noMoreLanesAreLeasedThanAskedForNorOfOneWebhook() {
        for (int position = 1; position <= 5; position++) {
            node.enqueue(41, position, position);
        }
        node.enqueue(42, 6);

        assertThat(node.lanes.lease(new Ask(0, 3, Map.of(), LEASE))).isEmpty();
        assertThat(node.lanes.lease(new Ask(9, 3, Map.of(41, 3, 42, 3), LEASE))).isEmpty();
        assertThat(heads(node.lanes.lease(new Ask(3, 3, Map.of(41, 1), LEASE))))
                .containsExactlyInAnyOrder("41-1-0", "41-2-0", "42-6-0");
        assertThat(node.lanes.lease(new Ask(1, 8, Map.of(), LEASE))).hasSize(1);
    }

    @Test
    void whoseLanesAreUnderWayWaitsForThoseWithFewer() {
        node.enqueue(41, 7, 1);
        clock.turn(LEASE);
        node.enqueue(42, 8, 2);

        assertThat(heads(node.lanes.lease(new Ask(1, 8, Map.of(41, 2, 42, 1), LEASE))))
                .containsExactly("42-2-0");
    }

    @Test
    void aLaneEndsWithItsLastDeliveryUnlessMoreWasQueued() {
        node.enqueue(41, 1);
        node.attempts.record(lease().getFirst(), DONE, Optional.empty());
        assertThat(node.rows("select from webhook.webhook_lane")).isEmpty();

        node.enqueue(41, 2);
        var leased = lease().getFirst();
        node.enqueue(41, 3);
        node.attempts.record(leased, DONE, Optional.empty());
        assertThat(heads(lease())).containsExactly("41-3-0");
    }

    @Test
    void afterItsLastAttemptADeliveryIsKeptAsFailedAndItsLaneGoesOn() {
        node.enqueue(41, 1);
        node.enqueue(41, 2);

        node.attempts.record(lease().getFirst(), FAILED, Optional.empty());

        assertThat(statuses()).containsExactly("failed", "pending");
        var next = lease().getFirst();
        assertThat(heads(List.of(next))).containsExactly("41-2-0");
        assertThat(next.lane().attempt()).isEqualTo(1);
    }

    @Test
    void aLateFailureChangesNothingForTheNodeThatTookOver() {
        node.enqueue(41, 1);
        var late = lease().getFirst();
        clock.turn(LEASE);
        var current = lease().getFirst();
        assertThat(current.lane().attempt()).isEqualTo(2);

        node.attempts.record(late, new Answered(500), Optional.empty());
        assertThat(statuses()).containsExactly("pending");
        assertThat(lease()).isEmpty();

        node.attempts.record(current, DONE, Optional.empty());
        assertThat(statuses()).containsExactly("delivered");
        assertThat(node.rows("select from webhook.webhook_attempt")).hasSize(2);
    }

    @Test
    void aLateAcknowledgementStillCounts() {
        node.enqueue(41, 1);
        var late = lease().getFirst();
        clock.turn(LEASE);
        var current = lease().getFirst();

        node.attempts.record(late, DONE, Optional.empty());
        node.attempts.record(current, new Answered(500), Optional.of(Duration.ZERO));

        assertThat(statuses()).containsExactly("delivered");
        assertThat(lease()).isEmpty();
        assertThat(node.rows("select from webhook.webhook_lane")).isEmpty();
    }

    @Test
    void aWebhookThatAcknowledgesIsServedBeforeOneThatFails() {
        node.enqueue(41, 1);
        node.attempts.record(lease().getFirst(), FAILED, Optional.of(Duration.ZERO));
        node.enqueue(42, 2);

        assertThat(heads(node.lanes.lease(new Ask(1, 8, Map.of(), LEASE)))).containsExactly("42-2-0");
    }

    @Test
    void onlyWhatIsUnderWayIsNotCancelledWithItsWebhook() {
        node.enqueue(41, 7, 1);
        node.enqueue(41, 7, 2);
        assertThat(node.lanes.lease(new Ask(1, 8, Map.of(), LEASE))).hasSize(1);
        node.enqueue(41, 8, 3);
        node.enqueue(42, 4);
        node.endpoints.remove(41);

        assertThat(node.orphans.cancel()).isEqualTo(1);
        assertThat(statuses()).containsExactly("pending", "pending", "cancelled", "pending");
        clock.turn(LEASE);
        assertThat(node.orphans.cancel()).isEqualTo(2);
        assertThat(heads(lease())).containsExactly("42-4-0");
    }

    @Test
    void manyAreCancelledAThousandAtATime() {
        node.queue.enqueue(LongStream.rangeClosed(1, 1_001)
                .mapToObj(position -> Rig.job(41, 7, position, TestQueues.USUAL))
                .toList());
        node.endpoints.remove(41);

        assertThat(node.orphans.cancel()).isEqualTo(1_000);
        assertThat(node.rows("select from webhook.webhook_lane")).hasSize(1);
        assertThat(node.orphans.cancel()).isEqualTo(1);
        assertThat(node.rows("select from webhook.webhook_lane")).isEmpty();
        assertThat(node.orphans.cancel()).isZero();
    }

    @Test
    void aCircuitIsForgottenWithItsWebhook() {
        for (int webhook : List.of(41, 42)) {
            node.jdbc
                    .sql("insert into webhook.webhook_circuit values (:webhook, 5, now(), null)")
                    .param("webhook", webhook)
                    .update();
        }
        node.endpoints.remove(41);

        node.orphans.cancel();

        assertThat(node.attempts.circuits().open()).isEqualTo(1);
    }

    @Test
    void anAttemptThatTheNodeGaveUpDoesNotCount() {
        node.enqueue(41, 1);

        for (int stop = 1; stop <= 7; stop++) {
            var leased = lease().getFirst();
            assertThat(leased.lane().attempt()).isEqualTo(1);
            node.attempts.record(leased, new Abandoned(), Optional.of(Duration.ZERO));
        }

        assertThat(statuses()).containsExactly("pending");
        assertThat(node.rows("select from webhook.webhook_circuit")).isEmpty();
        assertThat(node.rows("select from webhook.webhook_attempt where error like '%stopped%'"))
                .hasSize(7);
    }

    private List<LeasedLane> lease() {
        return node.lanes.lease(new Ask(32, 8, Map.of(), LEASE));
    }

    private static List<String> heads(List<LeasedLane> leased) {
        return leased.stream()
                .map(lane -> lane.deliveries().getFirst().messageId().toString())
                .toList();
    }

    private List<@Nullable String> statuses() {
        return node.jdbc
                .sql("select status from webhook.webhook_delivery order by position")
                .query(String.class)
                .list();
    }
}
