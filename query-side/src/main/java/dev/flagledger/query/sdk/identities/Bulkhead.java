package dev.flagledger.query.sdk.identities;

import dev.flagledger.platform.http.NotCaughtUp;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets so many requests of applications at a time go to the database, and the others wait their turn: however many new
 * identities are named at once, there is a connection left for whoever administers flags.
 */
@Component
final class Bulkhead {

    /** Less than half of a node's connections. */
    private static final int PLACES = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places = new Semaphore(PLACES, true);

    /**
     * Does this work when its turn has come.
     *
     * @throws NotCaughtUp if that takes too long
     */
    <T> T in(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new NotCaughtUp("The register of identities");
    }
}
