package dev.flagledger.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventNewsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final EventNews news = new EventNews();

    @Test
    void anEventThatIsKnownAlreadyIsNotAwaited() {
        news.announce(7);

        assertThat(news.await(7, in(Duration.ofMillis(20)))).isFalse();
        assertThat(news.await(6, in(LONG))).isTrue();
    }

    @Test
    void allThatWaitAreAwakened() {
        var one = CompletableFuture.supplyAsync(() -> news.await(7, in(LONG)));
        var other = CompletableFuture.supplyAsync(() -> news.await(6, in(LONG)));

        news.announce(8);

        assertThat(one.join()).isTrue();
        assertThat(other.join()).isTrue();
    }

    /** Else a request would never end while events of others are recorded all the time. */
    @Test
    void newsDoNotProlongTheWait() {
        news.announce(8);

        assertThat(news.await(7, in(Duration.ofNanos(-1)))).isFalse();
    }

    @Test
    void nobodyWaitsAfterTheEnd() {
        var waiting = CompletableFuture.supplyAsync(() -> news.await(7, in(LONG)));

        news.close();

        assertThat(waiting.join()).isFalse();
        assertThat(news.await(7, in(LONG))).isFalse();
        news.announce(8);
        assertThat(news.await(7, in(LONG))).isFalse();
    }

    @Test
    void anInterruptedThreadStopsWaitingAndStaysInterrupted() throws InterruptedException {
        var interrupted = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual()
                .start(() -> interrupted.complete(
                        !news.await(7, in(LONG)) && Thread.currentThread().isInterrupted()));

        thread.interrupt();

        assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
        assertThat(interrupted.join()).isTrue();
    }

    private static long in(Duration duration) {
        return System.nanoTime() + duration.toNanos();
    }
}
