package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.delivery.lane.Ask;
import dev.flagledger.webhook.delivery.lane.LeasedLane;
import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a message that is delivered again does to its lane. */
class RedeliveryLaneTest {

    private static final Unreached FAILED = new Unreached("gone");
    private static final Optional<Duration> LATER = Optional.of(Duration.ofHours(1));

    private final TurnedClock clock = new TurnedClock();
    private final Rig node = Rig.on(Settings.with(), clock);
    private int nextRequest = 100;

    /** Message 1 was delivered, message 2 has failed once, and message 3 waits behind it. */
    @BeforeEach
    void failTheSecondOfThree() {
        node.endpoint(41, "http://one.test/");
        node.enqueue(41, 7, 1);
        node.attempts.record(lease(), new Answered(200), Optional.empty());
        node.enqueue(41, 7, 2);
        node.enqueue(41, 7, 3);
        node.attempts.record(lease(), FAILED, LATER);
    }

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void aMessageAheadOfAllOthersIsDueAtOnceAndHasItsOwnAttempts() {
        again(1);

        var leased = lease();
        assertThat(numbers(leased)).containsExactly(1L, 2L, 3L);
        assertThat(leased.lane().attempt()).isEqualTo(1);
    }

    @Test
    void aMessageAheadOfOneThatIsUnderWayDoesNotInheritItsFailure() {
        clock.turn(Duration.ofHours(1));
        var underWay = lease();
        again(1);
        node.attempts.record(underWay, FAILED, LATER);

        var leased = lease();
        assertThat(numbers(leased)).containsExactly(1L, 2L, 3L);
        assertThat(leased.lane().attempt()).isEqualTo(1);
    }

    @Test
    void aMessageBehindOneThatFailsHasThatTriedAtOnceWhichCostsNoAttempt() {
        node.jdbc
                .sql("update webhook.webhook_delivery set status = 'failed' where sequence = 3")
                .update();

        again(3);

        var leased = lease();
        assertThat(numbers(leased)).containsExactly(2L, 3L);
        assertThat(leased.lane().attempt()).isEqualTo(1);
    }

    /** Its receiver has been mended, and whoever asks does not want to wait for the schedule. */
    @Test
    void whatStillWaitsForItsNextAttemptIsTriedAtOnce() {
        assertThat(leases()).isEmpty();

        assertThat(node.redeliver(41, nextRequest++, MessageSelection.range(2, 3)))
                .isZero();

        assertThat(numbers(lease())).containsExactly(2L, 3L);
    }

    @Test
    void theLaneIsThatOfTheOrderThatTheWebhookHasNow() {
        assertThat(laneOfFirstIn("STRICT")).isZero();
        assertThat(laneOfFirstIn("FEATURE")).isEqualTo(7);
        assertThat(laneOfFirstIn("PARALLEL")).isEqualTo(-1);
        node.jdbc.sql("update webhook.webhook_delivery set lane = -1").update();
        assertThat(laneOfFirstIn("FEATURE")).isZero();
    }

    private long laneOfFirstIn(String order) {
        node.jdbc
                .sql("update webhook.webhook_endpoint set delivery_order = :order")
                .param("order", order)
                .update();
        node.jdbc
                .sql("update webhook.webhook_delivery set status = 'delivered'")
                .update();
        assertThat(node.redeliver(41, nextRequest++, MessageSelection.range(1, 1)))
                .isEqualTo(1);
        var lane = node.jdbc
                .sql("select lane from webhook.webhook_delivery where status = 'pending'")
                .query(Long.class)
                .single();
        // The next request repeats this delivery.
        node.jdbc
                .sql("update webhook.webhook_delivery set lane = 7 where status = 'pending'")
                .update();
        return lane;
    }

    private void again(long sequence) {
        assertThat(node.redeliver(41, nextRequest++, MessageSelection.range(sequence, sequence)))
                .isEqualTo(1);
    }

    private LeasedLane lease() {
        return leases().getFirst();
    }

    private List<LeasedLane> leases() {
        return node.lanes.lease(new Ask(32, 8, Map.of(), Duration.ofSeconds(60)));
    }

    private static List<Long> numbers(LeasedLane leased) {
        return leased.deliveries().stream().map(delivery -> delivery.sequence()).toList();
    }
}
