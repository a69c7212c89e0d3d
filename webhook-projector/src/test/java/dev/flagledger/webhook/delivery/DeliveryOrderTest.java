package dev.flagledger.webhook.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.testing.Receiver;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receiver that refuses every third message at first acknowledges each in its order. */
class DeliveryOrderTest {

    private static final int FEATURES = 25;
    private static final int MESSAGES = 150;

    private final Rig node = Rig.on(
            Settings.with("in-flight=50", "per-endpoint=50", "poll-interval=20ms", "retry-delays=20ms,20ms,20ms"));
    private final Set<Long> refused = ConcurrentHashMap.newKeySet();
    private final List<Long> acknowledged = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    @Test
    void perFeatureNothingOvertakesAndFeaturesDoNotWaitForOneAnother() {
        deliver(DeliveryOrder.FEATURE);

        var byFeature = acknowledged.stream()
                .collect(groupingBy(sequence -> sequence % FEATURES, mapping(sequence -> sequence, toList())));
        assertThat(byFeature).hasSize(FEATURES);
        assertThat(byFeature.values())
                .allSatisfy(sequences -> assertThat(sequences).isSorted());
        assertThat(acknowledged).isNotEqualTo(acknowledged.stream().sorted().toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"STRICT", "PARALLEL"})
    void inStrictOrderNothingOvertakesAndInParallelItMay(DeliveryOrder order) {
        deliver(order);

        var sorted = acknowledged.stream().sorted().toList();
        assertThat(acknowledged.equals(sorted)).isEqualTo(order == DeliveryOrder.STRICT);
    }

    private void deliver(DeliveryOrder order) {
        try (var receiver = Receiver.answering(this::answer)) {
            node.endpoint(41, receiver.url());
            var manner = new Job.Manner(order, true);
            node.queue.enqueue(LongStream.rangeClosed(1, MESSAGES)
                    .mapToObj(position -> Rig.job(41, 1 + (int) (position % FEATURES), position, manner))
                    .toList());
            node.start();

            node.awaitAll("delivered");
            assertThat(refused).hasSize(MESSAGES / 3);
            assertThat(new HashSet<>(acknowledged)).hasSize(MESSAGES);
            assertThat(acknowledged).hasSize(MESSAGES);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        long sequence = Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-sequence"));
        if (sequence % 3 == 0 && refused.add(sequence)) {
            exchange.sendResponseHeaders(500, -1);
            return;
        }
        synchronized (acknowledged) {
            acknowledged.add(sequence);
        }
        exchange.sendResponseHeaders(204, -1);
    }
}
