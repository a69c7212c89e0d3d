package dev.flagledger.ledger.fold;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.ledger.Readiness;
import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.log.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The state of the log as this node knows it, always following. Reading it takes no lock and no time; whoever needs it to
 * include a certain event waits for that event's position.
 *
 * @param <S> what is folded; immutable
 */
public final class LiveFold<S> implements SmartLifecycle, Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFold.class);

    /** What another process appended, or what this one did not hand over, has to be read after this time. */
    private static final long GRACE_NANOS = Duration.ofMillis(5).toNanos();

    private final EventLog log;
    private final BiFunction<S, RecordedEvent, S> fold;
    private final FoldedStates<S> states;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final LogFollower follower;
    private volatile long headAtStart = Long.MAX_VALUE;
    private volatile boolean running;

    /** A fold of the whole log that begins with {@code empty}; {@code fold} must be pure. */
    public LiveFold(EventLog log, S empty, BiFunction<S, RecordedEvent, S> fold) {
        this.log = log;
        this.fold = fold;
        this.states = new FoldedStates<>(empty, fold);
        this.follower = new LogFollower(log, this);
    }

    /** Has somebody told of each event to come just before the state shows it. The fold waits meanwhile. */
    public void watch(Consumer<RecordedEvent> watcher) {
        states.watch(watcher);
    }

    /** The state now. */
    public S state() {
        return states.current().state();
    }

    /** The state that included this position and nothing later, if that was not long ago. */
    public Optional<At<S>> recent(long position) {
        return states.at(position);
    }

    /** The state now, with its position. */
    public At<S> at() {
        return states.current();
    }

    /**
     * Takes in events that this process has just appended and that are durable, so that they need not be read back. They
     * are folded as soon as all before them are.
     */
    public void take(List<RecordedEvent> events) {
        lock.lock();
        try {
            states.take(events);
            advanced.signalAll();
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the state includes this position. False if it did not come to that in time. */
    public boolean await(long position, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (states.current().position() < position) {
                if (left <= 0 || !running) {
                    return false;
                }
                long slice = Math.min(left, GRACE_NANOS);
                long rest = advanced.awaitNanos(slice);
                left -= slice - rest;
                if (rest <= 0) {
                    follower.wake();
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

    /**
     * The state with everything that is committed by now. What this node has not come to yet is read here and now, in the
     * caller's transaction if there is one, so that nothing is waited for; {@link #state} stays as it is.
     */
    public S stateAtHead() {
        var known = states.current();
        try (var missing = log.between(known.position(), Long.MAX_VALUE)) {
            return known.evolve(fold, missing).state();
        }
    }

    /** Whether the state has come to include what was in the log when this node started. Before that it is of no use. */
    public boolean caughtUp() {
        return states.current().position() >= headAtStart;
    }

    /** Whether the state has caught up, and still follows. */
    @Override
    public boolean ready() {
        return running && caughtUp();
    }

    @Override
    public String name() {
        return "fold";
    }

    @Override
    public void start() {
        running = true;
        headAtStart = log.head();
        follower.start();
    }

    @Override
    public void stop() {
        stopped();
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }

    /** Stops it for good: the event after its state is one that it cannot fold. */
    void failed(RuntimeException e) {
        LOG.error("Stopped at position {}: the event after it cannot be folded", at().position(), e);
        stopped();
    }

    private void stopped() {
        lock.lock();
        try {
            running = false;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
