package dev.flagledger.installation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogEndTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void oneQueryServesAllEarlierCalls() {
        var free = new CountDownLatch(1);
        var end = new LogEnd(() -> {
            looks.incrementAndGet();
            awaitUninterrupted(free);
            return 7;
        });
        var first = CompletableFuture.supplyAsync(() -> end.since(System.nanoTime()), Thread::startVirtualThread);
        await().until(() -> looks.get() == 1);
        long now = System.nanoTime();
        var others = IntStream.range(0, 50)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> end.since(now), Thread::startVirtualThread))
                .toList();

        free.countDown();

        assertThat(first.join()).isEqualTo(7);
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(7));
        assertThat(looks).hasValue(2);
    }

    @Test
    void anEarlierResultIsNotReused() {
        var end = new LogEnd(looks::incrementAndGet);

        assertThat(end.since(System.nanoTime())).isEqualTo(1);
        assertThat(end.since(System.nanoTime())).isEqualTo(2);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
