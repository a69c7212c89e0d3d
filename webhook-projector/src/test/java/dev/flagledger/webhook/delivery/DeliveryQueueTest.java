package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.testing.Receiver;
import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryQueueTest {

    /** Polling is slower than the test, so every delivery is caused by a wake-up. */
    private static final DeliverySettings SLEEPY = Settings.with("poll-interval=1h");

    private final Rig node = Rig.on(SLEEPY);

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void queueingTheSameAgainDoesNothing() {
        node.transaction.executeWithoutResult(_ -> {
            node.enqueue(41, 7);
            node.enqueue(41, 7);
            node.enqueue(42, 7);
            node.enqueue(41, 8);
        });

        assertThat(node.rows("select webhook_id, position from webhook.webhook_delivery order by id"))
                .containsExactly(
                        Map.of("webhook_id", 41, "position", 7L),
                        Map.of("webhook_id", 42, "position", 7L),
                        Map.of("webhook_id", 41, "position", 8L));
    }

    /** A form of the past has no place for the number, whatever the webhook is sent from now on. */
    @Test
    void aBodyIsSentInTheMannerInWhichItWasQueued() throws InterruptedException {
        try (var receiver = Receiver.answering(200)) {
            node.endpoint(41, receiver.url());
            node.enqueue(41, 0, 7, new Job.Manner(DeliveryOrder.STRICT, false));
            node.start();

            assertThat(receiver.next().body()).isEqualTo("{\"position\": 7}");
        }
    }

    @Test
    void bodiesQueuedInATransactionAreSentAfterItsCommit() throws InterruptedException {
        try (var receiver = Receiver.answering(200)) {
            node.endpoint(41, receiver.url());
            node.start();
            node.transaction.executeWithoutResult(status -> {
                node.enqueue(41, 6);
                status.setRollbackOnly();
            });
            node.transaction.executeWithoutResult(_ -> node.enqueue(41, 7));

            assertThat(receiver.next().body()).isEqualTo(Rig.body(7, 1));
            node.awaitAll("delivered");
            assertThat(receiver.all).hasSize(1);
        }
    }

    @Test
    void withoutATransactionBodiesAreSentAtOnce() throws InterruptedException {
        try (var receiver = Receiver.answering(200)) {
            node.endpoint(41, receiver.url());
            node.start().enqueue(41, 7);

            assertThat(receiver.next().body()).isEqualTo(Rig.body(7, 1));
        }
    }

    @Test
    void theDelivererOfAnotherProcessIsWoken() throws IOException, InterruptedException {
        try (var receiver = Receiver.answering(200);
                var other = node.second(SLEEPY)) {
            node.endpoint(41, receiver.url());
            other.start().enqueue(41, 7);
            assertThat(receiver.next().body()).isEqualTo(Rig.body(7, 1));
            other.awaitAll("delivered");
            node.channelOnly();

            for (long position = 8; position < 12; position++) {
                node.enqueue(41, position);
                assertThat(receiver.next().body()).isEqualTo(Rig.body(position, position - 6));
                other.awaitAll("delivered");
            }
        }
    }
}
