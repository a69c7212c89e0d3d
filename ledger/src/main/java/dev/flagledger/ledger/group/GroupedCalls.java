package dev.flagledger.ledger.group;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Does calls together that meet: one of the callers leads, and does the work of all who wait, in the order in which they
 * asked. Those who come meanwhile are the next group, and the first of them leads it. Whoever is alone does not wait.
 *
 * @param <T> what a caller asks for
 * @param <R> what becomes of it
 */
public final class GroupedCalls<T, R> {

    /** So many calls are a group at most that others do not wait for long. */
    private static final int MOST = 100;

    private final int most;
    private final GroupWork<T, R> work;
    private final Lock lock = new ReentrantLock();
    private final Queue<Turn<T, R>> waiting = new ArrayDeque<>();
    private boolean led;

    /** Does calls together by this work. */
    public GroupedCalls(GroupWork<T, R> work) {
        this(MOST, work);
    }

    /** {@code most} is how many calls are a group at most. */
    GroupedCalls(int most, GroupWork<T, R> work) {
        this.most = most;
        this.work = work;
    }

    /** What a caller who waits comes to do next. */
    private sealed interface Next<R> {

        /** To lead the next group, as the first of it. */
        record Lead<R>() implements Next<R> {}

        /** To return what somebody else has done. */
        record Return<R>(R result) implements Next<R> {}

        /** To fail as the group failed. */
        record Fail<R>(Throwable why) implements Next<R> {}
    }

    private record Turn<T, R>(T asked, CompletableFuture<Next<R>> next) {}

    /**
     * Does what is asked for, together with what others ask for.
     *
     * @throws BrokenOffException if the work of the group failed as a whole
     */
    public R call(T asked) {
        var mine = new Turn<T, R>(asked, new CompletableFuture<>());
        var next = leadsAtOnce(mine) ? new Next.Lead<R>() : mine.next().join();
        return switch (next) {
            case Next.Lead<R> _ -> lead(mine);
            case Next.Return<R>(R result) -> result;
            case Next.Fail<R>(Throwable why) -> throw new BrokenOffException(why);
        };
    }

    /** How many calls wait for the next group. */
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
            List<T> asked;
            List<R> results;
            try {
                group = groupOf(mine);
                asked = group.stream().map(Turn::asked).toList();
                results = work.all(asked);
            } finally {
                letOthersLead();
            }
            tell(group, asked, results);
            return results.getFirst();
        } catch (RuntimeException e) {
            throw new BrokenOffException(failed(group, e));
        } catch (Error e) {
            failed(group, e);
            throw e;
        }
    }

    /** Whoever's work is done gets to know that, even if something else fails then. */
    private void tell(List<Turn<T, R>> group, List<T> asked, List<R> results) {
        try {
            work.done(asked, results);
        } finally {
            for (int turn = 1; turn < group.size(); turn++) {
                group.get(turn).next().complete(new Next.Return<>(results.get(turn)));
            }
        }
    }

    /** They wait until there is a group, so that nobody is lost for whom there was no memory left. */
    private List<Turn<T, R>> groupOf(Turn<T, R> first) {
        lock.lock();
        try {
            var group = Stream.concat(Stream.of(first), waiting.stream())
                    .limit(most)
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

    private static <T, R> Throwable failed(List<Turn<T, R>> group, Throwable why) {
        group.forEach(turn -> turn.next().complete(new Next.Fail<>(why)));
        return why;
    }
}
