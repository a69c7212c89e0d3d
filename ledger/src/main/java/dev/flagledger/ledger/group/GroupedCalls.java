package dev.flagledger.ledger.group;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Processes concurrent calls in groups. One caller leads, and does the work for all that are waiting, in the order of their calls.
 * Calls that arrive meanwhile form the next group, led by the first of them. A single call does not wait.
 *
 * @param <T> the request of a call
 * @param <R> the result of a call
 */
public final class GroupedCalls<T, R> {

    /** Limits how long other calls wait for a group. */
    private static final int MAX_SIZE = 100;

    private final int maxSize;
    private final GroupWork<T, R> work;
    private final Lock lock = new ReentrantLock();
    private final Queue<Turn<T, R>> waiting = new ArrayDeque<>();
    private boolean led;

    /** Creates groups of up to 100 calls. */
    public GroupedCalls(GroupWork<T, R> work) {
        this(MAX_SIZE, work);
    }

    GroupedCalls(int maxSize, GroupWork<T, R> work) {
        this.maxSize = maxSize;
        this.work = work;
    }

    /** What a waiting caller does next. */
    private sealed interface Next<R> {

        /** Leads the next group. */
        record Lead<R>() implements Next<R> {}

        /** Returns the result that the leader obtained. */
        record Return<R>(R result) implements Next<R> {}

        /** Fails as the group did. */
        record Fail<R>(Throwable cause) implements Next<R> {}
    }

    private record Turn<T, R>(T request, CompletableFuture<Next<R>> next) {}

    /**
     * Processes a request in a group with those of other callers.
     *
     * @throws BrokenOffException if the work of the group failed as a whole
     */
    public R call(T request) {
        var mine = new Turn<T, R>(request, new CompletableFuture<>());
        var next = leadsAtOnce(mine) ? new Next.Lead<R>() : mine.next().join();
        return switch (next) {
            case Next.Lead<R> _ -> lead(mine);
            case Next.Return<R>(R result) -> result;
            case Next.Fail<R>(Throwable cause) -> throw new BrokenOffException(cause);
        };
    }

    /** The number of calls that wait for the next group. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean leadsAtOnce(Turn<T, R> mine) {
        lock.lock();
        try {
            if (led) {
                waiting.add(mine);
                return false;
            }
            led = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private R lead(Turn<T, R> mine) {
        List<Turn<T, R>> group = List.of();
        try {
            List<T> requests;
            List<R> results;
            try {
                group = groupOf(mine);
                requests = group.stream().map(Turn::request).toList();
                results = work.all(requests);
            } finally {
                letOthersLead();
            }
            complete(group, requests, results);
            return results.getFirst();
        } catch (RuntimeException e) {
            throw new BrokenOffException(failed(group, e));
        } catch (Error e) {
            failed(group, e);
            throw e;
        }
    }

    /** Returns the results to the callers, even if {@link GroupWork#done} fails. */
    private void complete(List<Turn<T, R>> group, List<T> requests, List<R> results) {
        try {
            work.done(requests, results);
        } finally {
            for (int turn = 1; turn < group.size(); turn++) {
                group.get(turn).next().complete(new Next.Return<>(results.get(turn)));
            }
        }
    }

    /** Removes calls from the queue only after the group was created, so that none is lost if memory runs out. */
    private List<Turn<T, R>> groupOf(Turn<T, R> first) {
        lock.lock();
        try {
            var group = Stream.concat(Stream.of(first), waiting.stream())
                    .limit(maxSize)
                    .toList();
            for (int turn = 1; turn < group.size(); turn++) {
                waiting.remove();
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void letOthersLead() {
        lock.lock();
        try {
            var next = waiting.poll();
            led = next != null;
            if (next != null) {
                next.next().complete(new Next.Lead<>());
            }
        } finally {
            lock.unlock();
        }
    }

    private static <T, R> Throwable failed(List<Turn<T, R>> group, Throwable cause) {
        group.forEach(turn -> turn.next().complete(new Next.Fail<>(cause)));
        return cause;
    }
}
