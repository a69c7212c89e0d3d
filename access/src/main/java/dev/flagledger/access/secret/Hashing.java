package dev.flagledger.access.secret;

import dev.flagledger.contract.error.Throttled;
import dev.flagledger.ledger.load.Bulkhead;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords on one dedicated thread. Hashing is deliberately slow and open to anonymous callers; on the request
 * threads, concurrent logins would take all cores from requests for flags.
 */
final class Hashing {

    private static final int WAITING = 32;
    private static final int NEW_WAITING = 8;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final PasswordEncoder encoder;
    private final Bulkhead turns;
    /** Limits new passwords to one at a time, so that registrations cannot starve logins. */
    private final Bulkhead turnsOfNew;

    private final ThreadPoolExecutor thread;

    /** {@code patience} is the maximum wait for a turn. */
    Hashing(PasswordEncoder encoder, Duration patience) {
        this.encoder = encoder;
        this.turns = new Bulkhead(1, WAITING, patience, () -> new Throttled(patience));
        this.turnsOfNew = new Bulkhead(1, NEW_WAITING, patience, () -> new Throttled(patience));
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("password-hashing").daemon().factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Hashes a new password.
     *
     * @throws Throttled if too many calls are queued
     */
    String hash(String password) {
        return turnsOfNew.in(() -> inTurn(() -> String.valueOf(encoder.encode(password))));
    }

    /**
     * Returns whether the password has this hash.
     *
     * @throws Throttled if too many calls are queued
     */
    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    private <T> T inTurn(Supplier<T> work) {
        return turns.in(() -> CompletableFuture.supplyAsync(work, thread).join());
    }
}
