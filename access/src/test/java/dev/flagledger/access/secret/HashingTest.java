package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.contract.error.Throttled;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

class HashingTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    /** Number of concurrent calls that are accepted: the running one and the queue. */
    private static final int SERVED = 33;

    private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    @Test
    void onePasswordIsHashedAtATime() throws InterruptedException {
        var free = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var hashed = new ConcurrentLinkedQueue<String>();
        var hashing = new Hashing(
                encoder(password -> {
                    hashed.add(password);
                    begun.countDown();
                    awaitUninterrupted(free);
                }),
                LONG);
        var first = Thread.startVirtualThread(() -> hashing.matches("first", "hash"));
        awaitUninterrupted(begun);

        var second = Thread.startVirtualThread(() -> hashing.matches("second", "hash"));

        await().until(() -> WAITING.contains(second.getState()));
        assertThat(hashed).containsExactly("first");
        free.countDown();
        first.join();
        second.join();
        assertThat(hashed).containsExactly("first", "second");
    }

    @Test
    void aCallThatWaitsTooLongIsRejectedAndTheNextOneServed() {
        var free = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var hashing = new Hashing(
                encoder(_ -> {
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
    void aCallIsRejectedAtOnceIfTheQueueIsFull() {
        var free = new CountDownLatch(1);
        var hashing = new Hashing(encoder(_ -> awaitUninterrupted(free)), LONG);
        var outcomes = IntStream.range(0, SERVED + 7)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> hashing.matches("secret" + number, "hash"), Thread::startVirtualThread))
                .toList();

        await().until(() -> outcomes.stream()
                        .filter(CompletableFuture::isCompletedExceptionally)
                        .count()
                == 7);
        free.countDown();
        var refused = outcomes.stream()
                .map(outcome -> outcome.handle((_, failure) -> Optional.ofNullable(failure))
                        .join())
                .flatMap(Optional::stream)
                .toList();
        assertThat(refused).hasSize(7).allSatisfy(failure -> assertThat(failure).hasCauseInstanceOf(Throttled.class));
    }

    @Test
    void newPasswordsDoNotStarveLogins() {
        var free = new CountDownLatch(1);
        var hashing = new Hashing(encoder(_ -> awaitUninterrupted(free)), LONG);
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
    void theCorrectPasswordMatches() {
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

    /** Returns an encoder that calls {@code work} with each password first. */
    private static PasswordEncoder encoder(Consumer<String> work) {
        return new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence password) {
                work.accept(String.valueOf(password));
                return "hash of " + password;
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                return encode(password).equals(hash);
            }
        };
    }
}
