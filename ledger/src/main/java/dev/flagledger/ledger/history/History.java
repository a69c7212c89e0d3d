package dev.flagledger.ledger.history;

import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.history.checkpoint.CheckpointWriter;
import dev.flagledger.ledger.history.checkpoint.Checkpoints;
import dev.flagledger.ledger.history.checkpoint.Positioned;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.store.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;

/**
 * The state of the log as this node knows it, always following. Reading it takes no lock and no time; whoever needs it to
 * include a certain event waits for that event's position.
 *
 * @param <S> what is folded; immutable
 */
public final class History<S> implements SmartLifecycle {

    private final EventLog log;
    private final Folding<S> folding;
    private final FoldedStates<S> folded;
    private final NodeStates<S> states;
    private final PastStates<S> past;
    private final LogFollower<S> follower;
    private final Optional<CheckpointWriter<S>> writer;

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
        this.folded = new FoldedStates<>(folding);
        this.states = new NodeStates<>(folded);
        this.past = new PastStates<>(log, folding, checkpoints);
        this.writer = checkpoints.map(stored -> new CheckpointWriter<>(stored, states::current, interval));
        this.follower = new LogFollower<>(
                log, states, past, begin -> writer.ifPresent(stored -> stored.start(begin)), this::advanced);
        log.onGroup(this::take);
    }

    /** Has somebody told of each event to come just before the state shows it. The fold waits meanwhile. */
    public void watch(Consumer<Recorded> watcher) {
        folded.watch(watcher);
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
    public Map<Integer, Positioned.Unfoldable> withheld() {
        return at().withheld();
    }

    /** The state that included this position and nothing later, if that was not long ago. */
    Optional<Positioned<S>> recent(long position) {
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
    public Positioned<S> at(long position) {
        return recent(position).orElseGet(() -> past.at(position));
    }

    /** The same with no more than one project and all that belongs to no project; found much faster. */
    public Positioned<S> asOf(int project, long position) {
        return recent(position).orElseGet(() -> past.asOf(project, position));
    }

    /** The same after the last event that was recorded at or before an instant. */
    public Positioned<S> asOf(int project, Instant instant) {
        return asOf(project, log.positionAt(instant));
    }

    /** What a projection needs: the states around each event that it handles. One for each projection. */
    public Steps<S> steps() {
        return new FoldedSteps<>(log, this, folding, past);
    }

    /** The state now, with its position. */
    public Positioned<S> at() {
        return states.current();
    }

    /**
     * Takes in events that this process has just appended and that are durable, so that they need not be read back. They
     * are folded as soon as all before them are.
     */
    public void take(List<Recorded> events) {
        if (!states.take(events)) {
            follower.wake();
        }
        advanced();
    }

    private void advanced() {
        writer.ifPresent(CheckpointWriter::look);
    }

    /** Waits until the state includes this position. False if it did not come to that in time. */
    public boolean await(long position, Duration patience) {
        return states.await(position, patience, follower::wake);
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
        return follower.caughtUp();
    }

    /** Whether the state has caught up, and still follows. */
    public boolean ready() {
        return isRunning() && caughtUp();
    }

    @Override
    public void start() {
        follower.start();
    }

    @Override
    public void stop() {
        follower.stop();
        writer.ifPresent(CheckpointWriter::stop);
    }

    @Override
    public boolean isRunning() {
        return states.isFollowing();
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }
}
