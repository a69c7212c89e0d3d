package dev.flagledger.query.event;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the threads that wait for events after a position of the log. */
final class EventNews {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long announced;
    private boolean closed;

    /** Announces an event at a position that is greater than those before. */
    void announce(long position) {
        change(() -> announced = position);
    }

    /** Ends all waiting, now and later. */
    void close() {
        change(() -> closed = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for an event after a position.
     *
     * @param deadline in nanoseconds, as of {@link System#nanoTime}
     * @return false if the deadline is over, even if there is such an event; if this is closed; and if the thread is interrupted
     */
    boolean await(long position, long deadline) {
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (announced <= position && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return left > 0 && !closed;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
