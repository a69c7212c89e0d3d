package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.history.LogRange;
import dev.flagledger.ledger.history.Steps;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one projection while this node holds its lease. Processes events in batches, with a transaction only where there is something
 * to write; the position after other events is stored later.
 */
final class ProjectionRunner<S> {

    private static final int BATCH = 500;

    /** Events that arrive within this time are processed together, unless a reader is waiting. */
    private static final Duration BATCH_WINDOW = Duration.ofMillis(20);

    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LEASE_RETRY = Duration.ofSeconds(1);

    /** Until this node has caught up, another may run the projection. */
    private static final Duration CATCH_UP_RETRY = Duration.ofMillis(50);

    private static final long RENEWAL_NANOS = ProjectionTable.LEASE.dividedBy(3).toNanos();
    private static final long NOT_OWNED = -1;

    private final Projection<S> projection;
    private final ProjectionRow row;
    private final Steps<S> steps;
    private final ProjectionTable table;
    private final TransactionTemplate transaction;
    private final BackgroundLoop loop;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long announced;
    private volatile long handled = NOT_OWNED;
    private long written = NOT_OWNED;
    private long writtenAt;
    private long singlyUpTo;

    ProjectionRunner(Projection<S> projection, Steps<S> steps, ProjectionTable table, TransactionTemplate transaction) {
        this.projection = projection;
        this.row = ProjectionRow.live(projection.name());
        this.steps = steps;
        this.table = table;
        this.transaction = transaction;
        this.loop = new BackgroundLoop("projection-" + projection.name(), this::round).atEnd(() -> table.release(row));
    }

    String name() {
        return projection.name();
    }

    void start() {
        loop.start();
    }

    void stop() {
        loop.stop(STOP_TIMEOUT);
    }

    boolean healthy() {
        return loop.isHealthy();
    }

    /** Announces an event that the node is about to show. */
    void announce(long position) {
        announced = position;
        loop.wakeWithin(BATCH_WINDOW);
    }

    /**
     * Waits until this node has handled a position.
     *
     * @param deadline in terms of {@link System#nanoTime()}
     * @return false after the deadline, or if another node runs the projection
     */
    boolean await(long position, long deadline) {
        lock.lock();
        try {
            for (long left = deadline - System.nanoTime();
                    handled != NOT_OWNED && handled < position && left > 0;
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
            return handled == NOT_OWNED ? takeOver() : goOn();
        } catch (LeaseLost _) {
            reach(NOT_OWNED);
            return Duration.ZERO;
        } catch (RuntimeException e) {
            // The outcome of the last commit may be unknown: the position is looked up again.
            reach(NOT_OWNED);
            throw e;
        }
    }

    private Duration takeOver() {
        if (!steps.caughtUp()) {
            return CATCH_UP_RETRY;
        }
        // The first state may have to be folded, which is done before readers wait for this node.
        long known = table.find(row).map(ProjectionTable.Found::position).orElse(0L);
        steps.after(known, 1);
        table.begin(row, projection.version());
        var taken = table.take(row, projection.version());
        if (taken.isEmpty()) {
            return LEASE_RETRY;
        }
        written = taken.get();
        writtenAt = System.nanoTime();
        reach(written);
        return Duration.ZERO;
    }

    private Duration goOn() {
        var batch = steps.after(handled, handled < singlyUpTo ? 1 : BATCH);
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
            // One by one, so that the events before the failing one are handled.
            singlyUpTo = last;
            throw e;
        }
        return full || last < singlyUpTo ? Duration.ZERO : rest();
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
        // An event is announced shortly before the state includes it.
        return announced > handled ? BATCH_WINDOW : IDLE;
    }

    private void commit(long to, Runnable writing) {
        transaction.executeWithoutResult(_ -> {
            table.advance(row, written, to);
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
