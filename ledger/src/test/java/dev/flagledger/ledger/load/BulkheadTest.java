package dev.flagledger.ledger.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private final CountDownLatch entered = new CountDownLatch(2);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void aCallerIsRejectedAtOnceWhenTheQueueIsFull() throws Exception {
        var bulkhead = new Bulkhead(2, 0, Duration.ofHours(1), () -> new IllegalStateException("full"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, 2)
                    .mapToObj(_ -> threads.submit(() -> bulkhead.in(this::work)))
                    .toList();
            entered.await();

            assertThatThrownBy(() -> bulkhead.in(() -> "late")).hasMessage("full");

            release.countDown();
            assertThat(results(working)).containsOnly("worked");
        }
        assertThat(bulkhead.in(() -> "later")).isEqualTo("later");
    }

    @Test
    void aCallerIsRejectedAfterTheTimeoutAndLeavesTheQueue() throws Exception {
        var bulkhead = new Bulkhead(2, 1, Duration.ofMillis(1), () -> new IllegalStateException("full"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, 2)
                    .mapToObj(_ -> threads.submit(() -> bulkhead.in(this::work)))
                    .toList();
            entered.await();

            for (int impatient = 0; impatient < 3; impatient++) {
                assertThatThrownBy(() -> bulkhead.in(() -> "late")).hasMessage("full");
            }

            release.countDown();
            assertThat(results(working)).containsOnly("worked");
        }
    }

    @Test
    void failedWorkReleasesItsPlace() {
        var bulkhead = new Bulkhead(1, 0, Duration.ZERO, () -> new IllegalStateException("full"));

        assertThatThrownBy(() -> bulkhead.in(() -> {
                    throw new IllegalArgumentException("broken");
                }))
                .hasMessage("broken");

        assertThat(bulkhead.in(() -> "next")).isEqualTo("next");
    }

    private String work() {
        entered.countDown();
        try {
            release.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return "worked";
    }

    private static List<String> results(List<Future<String>> working) throws Exception {
        var results = new ArrayList<String>();
        for (var done : working) {
            results.add(done.get());
        }
        return results;
    }
}
