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
 * Hashes passwords on one thread of its own. That is slow on purpose, and anybody may ask for it: done where requests are
 * served, many logins at once would take every core from those who ask for flags.
 */
final class Hashing {

    private static final int WAITING = 32;
    private static final int NEW_WAITING = 8;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final PasswordEncoder encoder;
    private final Bulkhead turns;
    /** One new password at a time waits among those that are checked: however many register, logins have their turns. */
    private final Bulkhead turnsOfNew;

    private final ThreadPoolExecutor thread;

    /** {@code patience} is how long somebody waits for their turn. */
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
     * The hash of a new password.
     *
     * @throws Throttled if too many others are before it
     */
    String hash(String password) {
        return turnsOfNew.in(() -> inTurn(() -> String.valueOf(encoder.encode(password))));
    }

    /**
     * Whether it is this password that has this hash.
     *
     * @throws Throttled if too many others are before it
     */
    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    private <T> T inTurn(Supplier<T> work) {
        return turns.in(() -> CompletableFuture.supplyAsync(work, thread).join());
    }
}
