package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.MessageSelection.Which;
import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.Receiver.Request;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedeliveryQueueTest {

    private static final int REQUEST = 100;

    private final TurnedClock clock = new TurnedClock();
    private final Rig node = Rig.on(Settings.with(), clock);
    private final Receiver receiver = Receiver.answering(204);

    /** Five messages, an hour from one to the next: two delivered, two failed, one cancelled. */
    @BeforeEach
    void deliverSome() {
        node.endpoint(41, receiver.url());
        for (var status : List.of("delivered", "failed", "delivered", "failed", "cancelled")) {
            int sequence = count() + 1;
            node.enqueue(41, sequence % 2, sequence);
            node.jdbc
                    .sql("update webhook.webhook_delivery set status = :status where sequence = :sequence")
                    .param("status", status)
                    .param("sequence", sequence)
                    .update();
            clock.turn(Duration.ofHours(1));
        }
        node.deliverDue();
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
        node.close();
    }

    @Test
    void oneOrARangeIsDeliveredAgainUnderItsNumbersAndIds() {
        assertThat(node.redeliver(41, REQUEST, MessageSelection.range(2, 3))).isEqualTo(2);
        node.deliverDue();

        assertThat(receiver.all).extracting(Request::body).containsExactlyInAnyOrder(Rig.body(2), Rig.body(3));
        assertThat(receiver.all)
                .extracting(request -> request.header("webhook-id"))
                .containsExactlyInAnyOrder("41-2-0", "41-3-0");
        assertThat(node.rows("select redelivers, status from webhook.webhook_delivery where id > 5 order by id"))
                .containsExactly(
                        Map.of("redelivers", 2L, "status", "delivered"),
                        Map.of("redelivers", 3L, "status", "delivered"));
    }

    @Test
    void allThatFailedSinceATimeAreDeliveredAgain() {
        var since = clock.instant().minus(Duration.ofMinutes(150));

        assertThat(node.redeliver(41, REQUEST, MessageSelection.since(Which.FAILED, since)))
                .isEqualTo(1);
        node.deliverDue();
        assertThat(receiver.all).extracting(Request::body).containsExactly(Rig.body(4));

        assertThat(node.redeliver(41, REQUEST + 1, MessageSelection.since(Which.FAILED, since)))
                .isZero();
    }

    @Test
    void allThatAreMissingAreDeliveredAgainInTheirOrder() {
        var since = clock.instant().minus(Duration.ofDays(1));
        node.enqueue(41, 6);

        assertThat(node.redeliver(41, REQUEST, MessageSelection.since(Which.MISSING, since)))
                .isEqualTo(3);
        node.deliverDue();

        assertThat(receiver.all).extracting(Request::body).hasSize(4);
        assertThat(bodiesOfFeature(0)).containsExactly(Rig.body(2), Rig.body(4), Rig.body(6));
        assertThat(node.redeliver(41, REQUEST + 1, MessageSelection.since(Which.MISSING, since)))
                .isZero();
    }

    @Test
    void aRequestThatIsReadAgainFromTheLogQueuesNothing() {
        assertThat(node.redeliver(41, REQUEST, MessageSelection.range(1, 1))).isEqualTo(1);
        node.deliverDue();

        assertThat(node.redeliver(41, REQUEST, MessageSelection.range(1, 5))).isZero();
        assertThat(node.redeliver(41, REQUEST + 1, MessageSelection.range(1, 1)))
                .isEqualTo(1);
    }

    @Test
    void whatIsPendingIsNotQueuedTwiceAndAnotherWebhookNotAtAll() {
        node.endpoint(42, receiver.url());
        node.enqueue(42, 6);

        assertThat(node.redeliver(41, REQUEST, MessageSelection.range(1, 5))).isEqualTo(5);
        assertThat(node.redeliver(41, REQUEST + 1, MessageSelection.range(1, 9)))
                .isZero();
        assertThat(node.redeliver(43, REQUEST, MessageSelection.range(1, 9))).isZero();
    }

    private List<String> bodiesOfFeature(int remainder) {
        return receiver.all.stream()
                .filter(request -> request.json().get("sequence").asInt() % 2 == remainder)
                .map(Request::body)
                .toList();
    }

    private int count() {
        return node.rows("select from webhook.webhook_delivery").size();
    }
}
