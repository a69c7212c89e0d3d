package dev.flagledger.ledger.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    void aRequestDuringTheWaitEndsIt() {
        var waiter = CompletableFuture.runAsync(() -> await(LONG));
        alarm.within(Duration.ZERO);

        waiter.join();
    }

    @Test
    void clearedRequestsDoNotShortenTheWait() {
        alarm.within(Duration.ZERO);
        alarm.clear();
        var waiter = CompletableFuture.runAsync(() -> await(LONG));
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

    private void await(Duration limit) {
        try {
            alarm.await(limit);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
