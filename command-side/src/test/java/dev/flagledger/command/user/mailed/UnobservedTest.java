package dev.flagledger.command.user.mailed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UnobservedTest {

    private final Unobserved unobserved = new Unobserved();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void theCallerDoesNotWait() {
        var blocked = new CountDownLatch(1);

        unobserved.later(() -> await(blocked));
        unobserved.later(done::incrementAndGet);

        assertThat(done).hasValue(0);
        blocked.countDown();
        unobserved.stop();
        assertThat(done).as("what was begun is completed").hasValue(1);
    }

    @Test
    void aFailureDoesNotEndTheNext() {
        unobserved.later(() -> {
            throw new IllegalStateException("the database is away");
        });
        unobserved.later(done::incrementAndGet);

        unobserved.stop();
        assertThat(done).hasValue(1);
    }

    @Test
    void whatIsTooMuchIsDroppedWithoutAWordToTheCaller() {
        var blocked = new CountDownLatch(1);
        unobserved.later(() -> await(blocked));

        for (int request = 0; request < 2_000; request++) {
            unobserved.later(done::incrementAndGet);
        }

        blocked.countDown();
        unobserved.stop();
        assertThat(done).hasValue(1_000);
    }

    @Test
    void itRunsUntilItIsStopped() {
        unobserved.start();
        assertThat(unobserved.isRunning()).isTrue();
        unobserved.stop();
        assertThat(unobserved.isRunning()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
