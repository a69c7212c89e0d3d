package dev.flagledger.ledger.background;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The time at which the next round of a loop is due. Any thread may move it forward; only the loop moves it back. */
final class Alarm {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean set;
    private long due;
    private boolean ended;

    /** Discards earlier requests: the round that begins now covers them. */
    void clear() {
        lock.lock();
        try {
            set = false;
        } finally {
            lock.unlock();
        }
    }

    /** Makes the round due within this time. */
    void within(Duration time) {
        long requested = System.nanoTime() + time.toNanos();
        lock.lock();
        try {
            if (!set || requested - due < 0) {
                set = true;
                due = requested;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends current and later waits. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the round is due, at most for this time. */
    void await(Duration limit) throws InterruptedException {
        within(limit);
        lock.lockInterruptibly();
        try {
            for (long left = due - System.nanoTime(); left > 0 && !ended; left = due - System.nanoTime()) {
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the whole time regardless of requests, unless the loop ends. */
    void pause(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = time.toNanos(); left > 0 && !ended; ) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
