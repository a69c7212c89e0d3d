package dev.flagledger.ledger.background;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** When the next round of a loop is due. Anybody may bring it forward, only the loop puts it off. */
final class Alarm {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean set;
    private long due;
    private boolean over;

    /** Forgets whoever has rung so far: the round that begins now sees what they rang for. */
    void clear() {
        lock.lock();
        try {
            set = false;
        } finally {
            lock.unlock();
        }
    }

    /** Rings within this time. */
    void within(Duration time) {
        long wanted = System.nanoTime() + time.toNanos();
        lock.lock();
        try {
            if (!set || wanted - due < 0) {
                set = true;
                due = wanted;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waits, also those to come. */
    void end() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it rings, which it does within this time at the latest. */
    void await(Duration atMost) throws InterruptedException {
        within(atMost);
        lock.lockInterruptibly();
        try {
            for (long left = due - System.nanoTime(); left > 0 && !over; left = due - System.nanoTime()) {
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for all of this time, whoever rings, unless it is over. */
    void pause(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = time.toNanos(); left > 0 && !over; ) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
