package dev.flagledger.ledger.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private BackgroundLoop loop = counting(LONG);

    @AfterEach
    void stop() {
        loop.interrupt(PATIENCE);
    }

    @Test
    void itCanBeStoppedBeforeItsStart() {
        assertThatCode(() -> {
                    assertThat(loop.stop(PATIENCE)).isTrue();
                    assertThat(loop.interrupt(PATIENCE)).isTrue();
                })
                .doesNotThrowAnyException();
        assertThat(loop.isAlive()).isFalse();
    }

    @Test
    void itContinuesAfterItsWait() {
        begin(counting(SHORT));

        await().until(() -> rounds.get() > 3);
    }

    @Test
    void theFirstRoundMayBeDelayed() {
        var delay = Duration.ofMillis(20);
        var first = new AtomicLong();
        long started = System.nanoTime();
        begin(new BackgroundLoop("test", () -> {
                    first.set(System.nanoTime());
                    rounds.incrementAndGet();
                    return LONG;
                })
                .beginningAfter(delay));

        awaitRounds(1);
        assertThat(first.get() - started).isGreaterThanOrEqualTo(delay.toNanos());
    }

    @Test
    void aDelayedLoopIsStoppedBeforeItsFirstRound() {
        begin(counting(LONG).beginningAfter(LONG));

        assertThat(loop.stop(PATIENCE)).isTrue();
        assertThat(rounds).hasValue(0);
    }

    @Test
    void aWaitingLoopIsWoken() {
        begin(loop);
        awaitRounds(1);

        loop.wake();
        awaitRounds(2);
        loop.wakeWithin(SHORT);
        awaitRounds(3);
        loop.wakeWithin(LONG);
        loop.wakeWithin(Duration.ZERO);
        awaitRounds(4);
    }

    @Test
    void aWakeDuringARoundCausesAnother() throws InterruptedException {
        var inRound = new CountDownLatch(1);
        var woken = new CountDownLatch(1);
        begin(new BackgroundLoop("test", () -> {
            rounds.incrementAndGet();
            inRound.countDown();
            woken.await();
            return LONG;
        }));
        inRound.await();

        loop.wake();
        woken.countDown();

        awaitRounds(2);
    }

    @Test
    void aFailedRoundIsRepeatedAndReported() {
        var away = new AtomicBoolean(true);
        begin(new BackgroundLoop("test", () -> {
                    rounds.incrementAndGet();
                    if (away.get()) {
                        throw new SQLException("the database is away");
                    }
                    return LONG;
                })
                .pausingAtMost(SHORT));
        await().until(() -> rounds.get() > 2);
        assertThat(loop.isHealthy()).isFalse();

        away.set(false);

        await().until(loop::isHealthy);
    }

    @Test
    void anErrorDoesNotEndIt() {
        begin(new BackgroundLoop("test", () -> {
                    if (rounds.incrementAndGet() == 1) {
                        throw new StackOverflowError("broken");
                    }
                    return LONG;
                })
                .pausingAtMost(SHORT));

        awaitRounds(2);
        await().until(loop::isHealthy);
    }

    @Test
    void aWakeDoesNotShortenThePauseAfterAFailure() {
        var begun = new AtomicLong();
        begin(new BackgroundLoop("test", () -> {
                    begun.compareAndSet(0, System.nanoTime());
                    rounds.incrementAndGet();
                    throw new IllegalStateException("broken");
                })
                .pausingAtMost(LONG));
        awaitRounds(1);

        for (int time = 0; time < 100; time++) {
            loop.wake();
        }

        await().atMost(PATIENCE).until(() -> rounds.get() > 1);
        // A pause that grows begins with a second.
        assertThat(Duration.ofNanos(System.nanoTime() - begun.get())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void pausesGrowUpToTheMaximum() {
        var backoff = new Backoff(Duration.ofSeconds(5));

        assertThat(new Duration[] {backoff.failed(), backoff.failed(), backoff.failed(), backoff.failed()})
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(5));
        backoff.succeeded();
        assertThat(backoff.failed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theTaskAtTheEndRunsAfterTheRunningRound() throws InterruptedException {
        BlockingQueue<String> done = new LinkedBlockingQueue<>();
        var inRound = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        begin(new BackgroundLoop("test", () -> {
                    inRound.countDown();
                    go.await();
                    done.add("round");
                    return Duration.ZERO;
                })
                .atEnd(() -> done.add("end")));
        inRound.await();

        assertThat(loop.stop(SHORT)).isFalse();
        go.countDown();

        assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("round");
        assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("end");
        assertThat(loop.stop(PATIENCE)).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void aBlockedRoundIsInterrupted() throws InterruptedException {
        var inRound = new CountDownLatch(1);
        begin(new BackgroundLoop("test", () -> {
                    inRound.countDown();
                    new CountDownLatch(1).await();
                    return Duration.ZERO;
                })
                .atEnd(() -> ended.set(true)));
        inRound.await();

        assertThat(loop.interrupt(PATIENCE)).isTrue();
        assertThat(ended).isTrue();
    }

    @Test
    void aRoundMayEndIt() {
        begin(new BackgroundLoop("test", () -> {
            rounds.incrementAndGet();
            loop.end();
            return SHORT;
        }));

        await().until(() -> !loop.isAlive());
        assertThat(rounds).hasValue(1);
        assertThat(loop.isEnding()).isTrue();
    }

    @Test
    void aStoppedLoopCanBeStartedAgain() {
        begin(loop);
        awaitRounds(1);
        loop.stop(PATIENCE);

        loop.start();
        loop.start();

        awaitRounds(2);
        assertThat(loop.isHealthy()).isTrue();
    }

    private BackgroundLoop counting(Duration rest) {
        return new BackgroundLoop("test", () -> {
            rounds.incrementAndGet();
            return rest;
        });
    }

    private void begin(BackgroundLoop begun) {
        loop = begun;
        loop.start();
    }

    private void awaitRounds(int count) {
        await().atMost(PATIENCE).until(() -> rounds.get() == count);
    }
}
