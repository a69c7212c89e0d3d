package dev.flagledger.ledger.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A {@link Bulkhead} whose work runs on {@link LowPriorityThreads}, so that it does not take the processors away from other work
 * either. The threads end when they are idle.
 */
public final class LowPriorityWork {

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Bulkhead places;
    private final Executor threads;
    private final Executor threadsInCrowds;

    private LowPriorityWork(Bulkhead places, Executor threads, Executor threadsInCrowds) {
        this.places = places;
        this.threads = threads;
        this.threadsInCrowds = threadsInCrowds;
    }

    /**
     * Low-priority work with no callers yet.
     *
     * @param name the prefix of the threads' names
     * @param places how much work may run at a time, each on a thread
     * @param waiting how many callers may wait
     * @param timeout how long each of them may wait until its work begins
     * @param refusal makes the exception for a caller that is rejected
     */
    public static LowPriorityWork of(
            String name, int places, int waiting, Duration timeout, Supplier<? extends RuntimeException> refusal) {
        var threads = threads(name, places, Niceness.LOW);
        return new LowPriorityWork(new Bulkhead(places, waiting, timeout, refusal), threads, threads);
    }

    /** Does the same as {@link #of}, but work that begins while callers wait has the lowest priority. */
    public static LowPriorityWork yieldingInCrowds(
            String name, int places, int waiting, Duration timeout, Supplier<? extends RuntimeException> refusal) {
        return new LowPriorityWork(
                new Bulkhead(places, waiting, timeout, refusal),
                threads(name, places, Niceness.LOW),
                threads(name + "-crowd", places, Niceness.LOWEST));
    }

    private static Executor threads(String name, int number, Niceness niceness) {
        var threads = new ThreadPoolExecutor(
                number,
                number,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new LowPriorityThreads(name, niceness));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Does the work as soon as a place is free, and returns its result or throws its exception. */
    public <T> T call(Supplier<T> work) {
        return places.in(
                () -> result(CompletableFuture.supplyAsync(work, places.isAwaited() ? threadsInCrowds : threads)));
    }

    private static <T> T result(CompletableFuture<T> running) {
        try {
            return running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw e;
        }
    }
}
