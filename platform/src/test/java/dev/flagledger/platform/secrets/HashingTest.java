package dev.flagledger.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.platform.http.Throttled;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

class HashingTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void onePasswordIsHashedAtATime() {
        var most = new AtomicInteger();
        var now = new AtomicInteger();
        var hashing = new Hashing(
                encoder(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    now.decrementAndGet();
                }),
                LONG);

        var hashes = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> hashing.matches("secret" + number, "hash"), Thread::startVirtualThread))
                .toList();

        hashes.forEach(CompletableFuture::join);
        assertThat(most).hasValue(1);
    }

    @Test
    void whoWaitsTooLongIsTurnedAwayAndTheNextIsServed() {
        var free = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var hashing = new Hashing(
                encoder(() -> {
                    begun.countDown();
                    awaitUninterrupted(free);
                }),
                Duration.ofMillis(50));
        var first = CompletableFuture.supplyAsync(() -> hashing.hash("first"), Thread::startVirtualThread);
        awaitUninterrupted(begun);

        assertThatThrownBy(() -> hashing.matches("second", "hash")).isInstanceOf(Throttled.class);
        free.countDown();
        assertThat(first.join()).isEqualTo("hash of first");
        assertThat(hashing.hash("third")).isEqualTo("hash of third");
    }

    @Test
    void whoComesWhenVeryManyWaitIsTurnedAwayAtOnce() {
        var free = new CountDownLatch(1);
        var hashing = new Hashing(encoder(() -> awaitUninterrupted(free)), LONG);
        var outcomes = IntStream.range(0, 40)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> hashing.matches("secret" + number, "hash"), Thread::startVirtualThread))
                .toList();

        assertThatThrownBy(() -> CompletableFuture.anyOf(outcomes.toArray(CompletableFuture[]::new))
                        .join())
                .hasCauseInstanceOf(Throttled.class);
        free.countDown();
        assertThat(outcomes.stream()
                        .filter(outcome ->
                                outcome.handle((_, failed) -> failed == null).join()))
                .hasSize(33);
    }

    @Test
    void howeverManyNewPasswordsComeAtOnceThoseThatAreCheckedHaveTheirTurns() {
        var free = new CountDownLatch(1);
        var hashing = new Hashing(encoder(() -> awaitUninterrupted(free)), LONG);
        var made = IntStream.range(0, 100)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> hashing.hash("secret" + number), Thread::startVirtualThread))
                .toList();
        await().until(() -> made.stream().filter(CompletableFuture::isDone).count() == 91);

        var checked = IntStream.range(0, 32)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> hashing.matches("secret", "hash of secret"), Thread::startVirtualThread))
                .toList();
        free.countDown();

        assertThat(checked).allSatisfy(check -> assertThat(check.join()).isTrue());
        assertThat(made.stream()
                        .filter(one -> one.handle((_, failed) -> failed == null).join()))
                .hasSize(9);
    }

    @Test
    void theRightPasswordIsTold() {
        var hashing = new Hashing(Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(), LONG);
        var hash = hashing.hash("un-guess-able 7");

        assertThat(hashing.matches("un-guess-able 7", hash)).isTrue();
        assertThat(hashing.matches("guessed", hash)).isFalse();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that does this before each hash. */
    private static PasswordEncoder encoder(Runnable work) {
        return new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence password) {
                work.run();
                return "hash of " + password;
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                return encode(password).equals(hash);
            }
        };
    }
}
