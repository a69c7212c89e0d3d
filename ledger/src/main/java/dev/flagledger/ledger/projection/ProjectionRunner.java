package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.history.LogRange;
import dev.flagledger.ledger.history.Steps;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One projection as this node runs it, while no other does. It takes what has come meanwhile together, and writes only for
 * events that leave something; that it has come past others is written down later, or when somebody asks.
 */
final class ProjectionRunner<S> {

    private static final int BATCH = 500;

    /** What is told within this time is done together, unless somebody is in a hurry. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration NOT_OURS = Duration.ofSeconds(1);

    /** While this node folds what was there when it started, another may run the projection. */
    private static final Duration NOT_YET = Duration.ofMillis(50);

    private static final long RENEWAL_NANOS = ProjectionTable.LEASE.dividedBy(3).toNanos();
    private static final long NOBODYS = -1;

    private final Projection<S> projection;
    private final ProjectionRow place;
    private final Steps<S> steps;
    private final ProjectionTable places;
    private final TransactionTemplate transaction;
    private final BackgroundLoop loop;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long told;
    private volatile long handled = NOBODYS;
    private long written = NOBODYS;
    private long writtenAt;
    private long carefulUpTo;

    ProjectionRunner(
            Projection<S> projection, Steps<S> steps, ProjectionTable places, TransactionTemplate transaction) {
        this.projection = projection;
        this.place = ProjectionRow.answering(projection.name());
        this.steps = steps;
        this.places = places;
        this.transaction = transaction;
        this.loop =
                new BackgroundLoop("projection-" + projection.name(), this::round).atEnd(() -> places.release(place));
    }

    String name() {
        return projection.name();
    }

    void start() {
        loop.start();
    }

    void stop() {
        loop.stop(FAREWELL);
    }

    boolean healthy() {
        return loop.isHealthy();
    }

    /** Says that the node is about to show this event. */
    void tell(long position) {
        told = position;
        loop.wakeWithin(MOMENT);
    }

    /**
     * Waits until this position has been handled here, or a deadline of {@link System#nanoTime()} is over.
     *
     * @return whether it has; false also when another node runs the projection
     */
    boolean await(long position, long deadline) {
        lock.lock();
        try {
            for (long left = deadline - System.nanoTime();
                    handled != NOBODYS && handled < position && left > 0;
                    left = advanced.awaitNanos(left)) {
                loop.wake();
            }
            return handled >= position;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private Duration round() {
        try {
            return handled == NOBODYS ? takeOver() : goOn();
        } catch (LeaseLost _) {
            reach(NOBODYS);
            return Duration.ZERO;
        } catch (RuntimeException e) {
            // Whether the last commit succeeded may be unknown: where it stands is looked up again.
            reach(NOBODYS);
            throw e;
        }
    }

    private Duration takeOver() {
        if (!steps.caughtUp()) {
            return NOT_YET;
        }
        // The state from which it goes on may have to be folded, and that is done before others wait for it.
        long known = places.find(place).map(ProjectionTable.Found::position).orElse(0L);
        steps.after(known, 1);
        places.begin(place, projection.version());
        var taken = places.take(place, projection.version());
        if (taken.isEmpty()) {
            return NOT_OURS;
        }
        written = taken.get();
        writtenAt = System.nanoTime();
        reach(written);
        return Duration.ZERO;
    }

    private Duration goOn() {
        var batch = steps.after(handled, handled < carefulUpTo ? 1 : BATCH);
        long last = batch.last();
        if (last == handled) {
            return rest();
        }
        boolean full = last - handled == BATCH;
        try {
            handle(batch);
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            // One by one, so that all before the one that fails are handled.
            carefulUpTo = last;
            throw e;
        }
        return full || last < carefulUpTo ? Duration.ZERO : rest();
    }

    private void handle(LogRange<S> batch) {
        var writing = projection.project(batch.steps());
        if (writing.isPresent()) {
            commit(batch.last(), writing.get());
        } else if (System.nanoTime() - writtenAt > RENEWAL_NANOS) {
            commit(batch.last(), () -> {});
        }
        reach(batch.last());
    }

    private Duration rest() {
        long since = System.nanoTime() - writtenAt;
        if ((handled > written && since > IDLE.toNanos()) || since > RENEWAL_NANOS) {
            commit(handled, () -> {});
        }
        // The state shows an event a little later than it is told of.
        return told > handled ? MOMENT : IDLE;
    }

    private void commit(long to, Runnable writing) {
        transaction.executeWithoutResult(_ -> {
            places.advance(place, written, to);
            writing.run();
        });
        written = to;
        writtenAt = System.nanoTime();
    }

    private void reach(long position) {
        lock.lock();
        try {
            handled = position;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
