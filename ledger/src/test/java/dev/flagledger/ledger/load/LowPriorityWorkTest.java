package dev.flagledger.ledger.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LowPriorityWorkTest {

    private final IllegalStateException full = new IllegalStateException("full");

    private final LowPriorityWork work = LowPriorityWork.of("slow", 1, 0, Duration.ofHours(1), () -> full);

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

    @Test
    void itYieldsWhileCallersWait() throws Exception {
        var yielding = LowPriorityWork.yieldingInCrowds("slow", 1, 2, Duration.ofHours(1), () -> full);
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var queued = new ArrayList<Thread>();
        try (var threads = Executors.newThreadPerTaskExecutor(work -> {
            var thread = Thread.ofVirtual().unstarted(work);
            queued.add(thread);
            return thread;
        })) {
            var first = threads.submit(() -> yielding.call(() -> {
                begun.countDown();
                waitFor(release);
                return Thread.currentThread().getName();
            }));
            begun.await();
            var second = threads.submit(
                    () -> yielding.call(() -> Thread.currentThread().getName()));
            await().until(() -> queued.get(1).getState() == Thread.State.TIMED_WAITING);
            var third = threads.submit(
                    () -> yielding.call(() -> Thread.currentThread().getName()));
            await().until(() -> queued.get(2).getState() == Thread.State.TIMED_WAITING);

            release.countDown();

            assertThat(first.get()).isEqualTo("slow-0");
            assertThat(second.get()).isEqualTo("slow-crowd-0");
            assertThat(third.get()).isEqualTo("slow-0");
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
