package dev.flagledger.ledger.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps one kind of work from taking a resource away from all others. At most {@code places} callers run, at most {@code waiting}
 * wait; further callers, and those who wait too long, are rejected.
 */
public final class Bulkhead {

    private final Semaphore places;
    private final Semaphore queue;
    private final Duration timeout;
    private final Supplier<? extends RuntimeException> refusal;

    /**
     * A bulkhead with no callers yet.
     *
     * @param places how many callers may run at a time
     * @param waiting how many may wait
     * @param timeout how long each of them may wait
     * @param refusal makes the exception for a caller that is rejected
     */
    public Bulkhead(int places, int waiting, Duration timeout, Supplier<? extends RuntimeException> refusal) {
        this.places = new Semaphore(places, true);
        this.queue = new Semaphore(places + waiting);
        this.timeout = timeout;
        this.refusal = refusal;
    }

    /** Runs the work as soon as a place is free. */
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

    /** Returns whether a caller waits. */
    boolean isAwaited() {
        return places.hasQueuedThreads();
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
            return places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
