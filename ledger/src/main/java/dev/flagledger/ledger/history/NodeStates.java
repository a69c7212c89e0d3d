package dev.flagledger.ledger.history;

import dev.flagledger.ledger.history.checkpoint.Positioned;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.store.LogRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The states of a node, shared by its threads: one at a time folds events, and others await positions. */
final class NodeStates<S> {

    /** After this time a waiter has the log read, for events that were not handed over. */
    private static final long GRACE_NANOS = Duration.ofMillis(5).toNanos();

    private final FoldedStates<S> states;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile boolean following;

    NodeStates(FoldedStates<S> states) {
        this.states = states;
    }

    Positioned<S> current() {
        return states.current();
    }

    Optional<Positioned<S>> at(long position) {
        return states.at(position);
    }

    Optional<Recorded> event(long position) {
        return states.event(position);
    }

    /** Whether the log is being followed. If not, {@link #await} returns at once. */
    boolean isFollowing() {
        return following;
    }

    void setFollowing(boolean value) {
        lock.lock();
        try {
            following = value;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Continues from a state that was folded elsewhere, unless the current one is as far. */
    void begin(Positioned<S> at) {
        lock.lock();
        try {
            if (at.position() > current().position()) {
                states.begin(at);
            }
        } finally {
            lock.unlock();
        }
    }

    /** See {@link FoldedStates#take}. */
    boolean take(List<Recorded> events) {
        lock.lock();
        try {
            boolean taken = states.take(events);
            advanced.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** See {@link FoldedStates#read}. */
    void read(List<LogRow> rows) {
        lock.lock();
        try {
            states.read(rows);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the state includes this position. False after the timeout.
     *
     * @param read triggers a read of the log, for events that are not handed over
     */
    boolean await(long position, Duration timeout, Runnable read) {
        return await(position, timeout.toNanos(), GRACE_NANOS, read);
    }

    /** Like {@link #await}, for an event that need not exist yet: the log is not read early for it. */
    boolean awaitNext(long position, Duration timeout) {
        return await(position, timeout.toNanos(), timeout.toNanos(), () -> {});
    }

    private boolean await(long position, long timeout, long grace, Runnable read) {
        if (current().position() >= position) {
            return true;
        }
        long left = timeout;
        lock.lock();
        try {
            while (current().position() < position) {
                if (left <= 0 || !following) {
                    return false;
                }
                long slice = Math.min(left, grace);
                long rest = advanced.awaitNanos(slice);
                left -= slice - rest;
                if (rest <= 0) {
                    read.run();
                }
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
