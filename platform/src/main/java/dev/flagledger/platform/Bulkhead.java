package dev.flagledger.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps one kind of work from taking a resource away from all others: so many of it go on at a time, so many wait their turn,
 * and who comes when those are waiting, or waits for too long, is turned away.
 */
public final class Bulkhead {

    private final Semaphore places;
    private final Semaphore queue;
    private final Duration patience;
    private final Supplier<? extends RuntimeException> refusal;

    /**
     * A bulkhead that nobody is behind yet.
     *
     * @param places how many may work at a time
     * @param waiting how many may wait
     * @param patience how long one of them does
     * @param refusal what is thrown at who is turned away
     */
    public Bulkhead(int places, int waiting, Duration patience, Supplier<? extends RuntimeException> refusal) {
        this.places = new Semaphore(places, true);
        this.queue = new Semaphore(places + waiting);
        this.patience = patience;
        this.refusal = refusal;
    }

    /** Does the work when its turn has come. */
    public <T> T in(Supplier<T> work) {
        if (!queue.tryAcquire()) {
            throw refusal.get();
        }
        try {
            return inPlace(work);
        } finally {
            queue.release();
        }
    }

    private <T> T inPlace(Supplier<T> work) {
        if (!entered()) {
            throw refusal.get();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
