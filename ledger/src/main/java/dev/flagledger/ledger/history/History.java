package dev.flagledger.ledger.history;

import dev.flagledger.ledger.Readiness;
import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.log.EventLog;
import dev.flagledger.ledger.log.LogRow;
import dev.flagledger.ledger.log.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
public final class History<S> implements SmartLifecycle, Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    /** What another process appended, or what this one did not hand over, has to be read after this time. */
    private static final long GRACE_NANOS = Duration.ofMillis(5).toNanos();

    private final EventLog log;
    private final Folding<S> folding;
    private final FoldedStates<S> states;
    private final Past<S> past;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final LogFollower follower;
    private final Optional<CheckpointWriter<S>> writer;
    private boolean begun;
    private volatile long headAtStart = Long.MAX_VALUE;
    private volatile boolean running;

    /** A fold of the whole log that begins with {@code empty} at each start; {@code fold} must be pure. */
    public History(EventLog log, S empty, BiFunction<S, Recorded, S> fold) {
        this(log, new Folding<>(empty, fold, Optional.empty()), Optional.empty(), 0);
    }

    /**
     * One that begins with its last checkpoint, and withholds a project that cannot be folded instead of stopping.
     *
     * @param interval so many events at least lie between two checkpoints
     */
    public History(EventLog log, S empty, BiFunction<S, Recorded, S> fold, Checkpoints<S> checkpoints, long interval) {
        this(log, new Folding<>(empty, fold, Optional.of(checkpoints.parts())), Optional.of(checkpoints), interval);
    }

    private History(EventLog log, Folding<S> folding, Optional<Checkpoints<S>> checkpoints, long interval) {
        this.log = log;
        this.folding = folding;
        this.states = new FoldedStates<>(folding);
        this.past = new Past<>(log, folding, checkpoints);
        this.writer = checkpoints.map(stored -> new CheckpointWriter<>(stored, states::current, interval));
        this.follower = new LogFollower(log, this);
        log.onGroup(this::take);
    }

    /** Has somebody told of each event to come just before the state shows it. The fold waits meanwhile. */
    public void watch(Consumer<Recorded> watcher) {
        states.watch(watcher);
    }

    /** Has what is kept of states before a position deleted, since they tell of somebody who was erased there. */
    void forgetBefore(long position) {
        writer.ifPresent(checkpoints -> checkpoints.forgetBefore(position));
    }

    /** The state now. */
    public S state() {
        return states.current().state();
    }

    /** The projects that are not shown, each as it was before an event that could not be folded, with that event. */
    public Map<Integer, At.Unfoldable> withheld() {
        return at().withheld();
    }

    /** The state that included this position and nothing later, if that was not long ago. */
    Optional<At<S>> recent(long position) {
        return states.at(position);
    }

    /** The event at this position, if that was not long ago, and it was folded. */
    Optional<Recorded> recentEvent(long position) {
        return states.event(position);
    }

    /**
     * The whole state as it was at a position that the log has come to.
     *
     * @param position not after that of {@link #at()}
     */
    public At<S> at(long position) {
        return recent(position).orElseGet(() -> past.at(position));
    }

    /** The same with no more than one project and all that belongs to no project; found much faster. */
    public At<S> asOf(int project, long position) {
        return recent(position).orElseGet(() -> past.asOf(project, position));
    }

    /** The same after the last event that was recorded at or before an instant. */
    public At<S> asOf(int project, Instant instant) {
        return asOf(project, log.positionAt(instant));
    }

    /** What a projection needs: the states around each event that it handles. One for each projection. */
    public Steps<S> steps() {
        return new FoldedSteps<>(log, this, folding, past);
    }

    /** The state now, with its position. */
    public At<S> at() {
        return states.current();
    }

    /**
     * Takes in events that this process has just appended and that are durable, so that they need not be read back. They
     * are folded as soon as all before them are.
     */
    public void take(List<Recorded> events) {
        lock.lock();
        try {
            if (!states.take(events)) {
                follower.wake();
            }
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        writer.ifPresent(CheckpointWriter::look);
    }

    /** Takes in what follows in the log. */
    void read(List<LogRow> rows) {
        lock.lock();
        try {
            states.read(rows);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        writer.ifPresent(CheckpointWriter::look);
    }

    /** Goes on from the last checkpoint, once, before anything is read. */
    void begin() {
        if (begun) {
            return;
        }
        var last = past.newest(headAtStart);
        lock.lock();
        try {
            if (last.position() > at().position()) {
                states.begin(last);
            }
        } finally {
            lock.unlock();
        }
        begun = true;
        writer.ifPresent(CheckpointWriter::start);
    }

    /** Waits until the state includes this position. False if it did not come to that in time. */
    public boolean await(long position, Duration patience) {
        if (states.current().position() >= position) {
            return true;
        }
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
        return folding.after(known, log.unnamedRows(known.position(), Long.MAX_VALUE))
                .state();
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
    public List<String> degraded() {
        return withheld().keySet().stream().sorted().map(id -> "project " + id).toList();
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
        writer.ifPresent(CheckpointWriter::stop);
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
