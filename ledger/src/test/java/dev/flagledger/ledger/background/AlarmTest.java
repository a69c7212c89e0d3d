package dev.flagledger.ledger.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.Thread.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AlarmTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final Alarm alarm = new Alarm();

    @Test
    void aWaitEndsAfterItsLimit() throws InterruptedException {
        alarm.await(SHORT);

        assertThat(alarm.isEnded()).isFalse();
    }

    @Test
    void anEarlierRequestShortensTheWait() throws InterruptedException {
        alarm.within(Duration.ZERO);

        alarm.await(LONG);
    }

    @Test
    void aLaterRequestDoesNotProlongTheWait() throws InterruptedException {
        alarm.within(SHORT);
        alarm.within(LONG);

        alarm.await(LONG);
    }

    @Test
    void aRequestDuringTheWaitEndsIt() throws InterruptedException {
        var waiter = waiter();

        alarm.within(Duration.ZERO);

        waiter.join();
    }

    @Test
    void clearedRequestsDoNotShortenTheWait() throws InterruptedException {
        alarm.within(Duration.ZERO);
        alarm.clear();
        var waiter = waiter();

        alarm.end();

        waiter.join();
        assertThat(alarm.isEnded()).isTrue();
    }

    @Test
    void theEndEndsLaterWaitsToo() throws InterruptedException {
        alarm.end();

        alarm.await(LONG);
        alarm.pause(LONG);
    }

    /** Returns a thread that waits for long; a wait that has ended already fails the test. */
    private Thread waiter() {
        var waiter = Thread.ofPlatform().daemon().start(() -> {
            try {
                alarm.await(LONG);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(waiter::getState, state -> state == State.TIMED_WAITING || state == State.TERMINATED);
        assertThat(waiter.getState()).isEqualTo(State.TIMED_WAITING);
        return waiter;
    }
}
