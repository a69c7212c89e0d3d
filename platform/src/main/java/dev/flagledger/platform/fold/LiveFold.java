package dev.flagledger.platform.fold;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.platform.Readiness;
import dev.flagledger.platform.StartOrder;
import dev.flagledger.platform.log.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;

/**
 * The state of the log as this node knows it, always following. Reading it takes no lock and no time; whoever needs it to
 * include a certain event waits for that event's position.
 *
 * @param <S> what is folded; immutable
 */
public final class LiveFold<S> implements SmartLifecycle, Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFold.class);
    private static final int LOOK_UP_MILLIS = 500;
    private static final int PAUSE_MILLIS = 500;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final EventLog log;
    private final BiFunction<S, RecordedEvent, S> fold;
    private final List<Consumer<RecordedEvent>> watchers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile At<S> current;
    private volatile long headAtStart = Long.MAX_VALUE;
    private volatile boolean running;
    private Thread follower = Thread.ofVirtual().unstarted(() -> {});

    /** A fold of the whole log that begins with {@code empty}; {@code fold} must be pure. */
    public LiveFold(EventLog log, S empty, BiFunction<S, RecordedEvent, S> fold) {
        this.log = log;
        this.fold = fold;
        this.current = new At<>(EventLog.BEGINNING, empty);
    }

    /** Has somebody told of each event to come just before the state shows it. The fold waits meanwhile. */
    public void watch(Consumer<RecordedEvent> watcher) {
        watchers.add(watcher);
    }

    /** The state now. */
    public S state() {
        return current.state();
    }

    /** The state now, with its position. */
    public At<S> at() {
        return current;
    }

    /** Waits until the state includes this position. False if it did not come to that in time. */
    public boolean await(long position, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (current.position() < position) {
                if (left <= 0 || !running) {
                    return false;
                }
                left = advanced.awaitNanos(left);
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
        var known = current;
        try (var missing = log.between(known.position(), Long.MAX_VALUE)) {
            return known.evolve(fold, missing).state();
        }
    }

    /** Whether the state has come to include what was in the log when this node started. Before that it is of no use. */
    public boolean caughtUp() {
        return current.position() >= headAtStart;
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
        follower = Thread.ofPlatform().name("live-fold").daemon().start(this::follow);
    }

    @Override
    public void stop() {
        stopped();
        follower.interrupt();
        try {
            follower.join(FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }

    private void follow() {
        try {
            while (running) {
                read();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Stopped at position {}: the event after it cannot be folded", current.position(), e);
        } finally {
            stopped();
        }
    }

    /**
     * Reads one stream for as long as it gives what is in the log. A stream that falls silent although there is more has
     * failed where nobody sees it; a read of our own then goes on or says why it cannot.
     */
    private void read() throws InterruptedException {
        try (var events = log.follow(current.position())) {
            while (running) {
                if (events.hasNextAvailable(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                    advance(EventLog.recorded(events.nextAvailable()));
                } else if (current.position() < log.head()) {
                    readOurselves();
                    return;
                }
            }
        } catch (EventStoreException | NestedRuntimeException e) {
            if (running) {
                LOG.warn("Cannot read the log after position {}, trying again: {}", current.position(), e.getMessage());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void readOurselves() {
        try (var missing = log.between(current.position(), Long.MAX_VALUE)) {
            missing.forEach(this::advance);
        }
    }

    private void advance(RecordedEvent event) {
        watchers.forEach(watcher -> watcher.accept(event));
        var next = current.evolve(fold, event);
        lock.lock();
        try {
            current = next;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
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
