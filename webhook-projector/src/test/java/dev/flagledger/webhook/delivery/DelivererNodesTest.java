package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.Receiver.Request;
import dev.flagledger.webhook.delivery.lane.Ask;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DelivererNodesTest extends DelivererBase {

    @Test
    void eachWebhookReceivesTheOrderOfTheLog() throws IOException {
        try (var one = Receiver.answering(200);
                var two = Receiver.answering(200);
                var second = node.second(FAST)) {
            node.endpoint(41, one.url());
            node.endpoint(42, two.url());
            node.transaction.executeWithoutResult(
                    _ -> LongStream.rangeClosed(1, 25).forEach(position -> {
                        node.enqueue(42, position);
                        node.enqueue(41, position);
                    }));
            node.start();
            second.start();

            node.awaitAll("delivered");
            var inOrder = LongStream.rangeClosed(1, 25).mapToObj(Rig::body).toList();
            assertThat(one.all).extracting(Request::body).containsExactlyElementsOf(inOrder);
            assertThat(two.all).extracting(Request::body).containsExactlyElementsOf(inOrder);
        }
    }

    @Test
    void twoNodesNeverSendOneDeliveryTwice() throws IOException {
        try (var receiver = Receiver.answering(200);
                var second = node.second(FAST)) {
            for (int id = 1; id <= 20; id++) {
                node.endpoint(id, receiver.url());
            }
            node.start();
            second.start();
            for (long position = 1; position <= 5; position++) {
                for (int id = 1; id <= 20; id++) {
                    (id % 2 == 0 ? node : second).enqueue(id, position);
                }
            }

            node.awaitAll("delivered");
            assertThat(receiver.all)
                    .hasSize(100)
                    .extracting(request -> request.header("webhook-id"))
                    .doesNotHaveDuplicates();
            assertThat(node.rows("select from webhook.webhook_delivery where attempts <> 1"))
                    .isEmpty();
        }
    }

    @Test
    void theDeliveryOfADeadNodeIsRetriedWhenItsLeaseExpires() {
        try (var receiver = Receiver.answering(200)) {
            node.endpoint(41, receiver.url());
            node.enqueue(41, 7);
            var ask = new Ask(32, 8, Map.of(), Duration.ofSeconds(2));
            assertThat(node.lanes.lease(ask)).hasSize(1);
            assertThat(node.lanes.lease(ask)).isEmpty();
            node.start();

            node.awaitAll("delivered");
            assertThat(receiver.all).hasSize(1);
            assertThat(node.rows("select attempts from webhook.webhook_delivery"))
                    .containsExactly(Map.of("attempts", 1));
        }
    }

    @Test
    void aStoppingNodeAbortsHangingAttemptsWhichAreRetriedLater() {
        var hang = new CountDownLatch(1);
        try (var receiver = Receiver.answering(exchange -> {
            waitFor(hang);
            exchange.sendResponseHeaders(200, -1);
        })) {
            node.endpoint(41, receiver.url());
            node.start().enqueue(41, 7);
            receiver.next();

            var started = System.nanoTime();
            node.deliverer.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            assertThat(node.rows("select error from webhook.webhook_attempt"))
                    .containsExactly(Map.of("error", "Given up, since the server stopped"));

            hang.countDown();
            node.deliverer.start();
            node.awaitAll("delivered");
            assertThat(receiver.next().header("webhook-id")).isEqualTo("41-7-0");
        }
    }
}
