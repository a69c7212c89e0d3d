package dev.flagledger.ledger.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LowPriorityWorkTest {

    private final IllegalStateException full = new IllegalStateException("full");

    private final LowPriorityWork work = new LowPriorityWork("slow", 1, 0, Duration.ofHours(1), () -> full);

    @Test
    void itRunsOnAThreadOfLowPriority() {
        assertThat(work.call(() -> Thread.currentThread().getName())).isEqualTo("slow-0");
    }

    @Test
    void itsExceptionIsThrown() {
        var broken = new IllegalArgumentException("broken");

        assertThatThrownBy(() -> work.call(() -> {
                    throw broken;
                }))
                .isSameAs(broken);
        assertThat(work.call(() -> "next")).isEqualTo("next");
    }

    @Test
    void aCallerIsRejectedIfTheThreadsAreBusy() throws Exception {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> work.call(() -> {
                begun.countDown();
                return waitFor(release);
            }));
            begun.await();

            assertThatThrownBy(() -> work.call(() -> "second")).isSameAs(full);

            release.countDown();
            assertThat(first.get()).isEqualTo("released");
        }
    }

    private static String waitFor(CountDownLatch release) {
        try {
            release.await();
            return "released";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
