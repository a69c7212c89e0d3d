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
 * The live fold: the state of the configuration log as this node knows it. Reading it takes no lock; a reader that needs a certain
 * event awaits its position.
 *
 * @param <S> the state; immutable
 */
public final class History<S> implements SmartLifecycle {

    private final EventLog log;
    private final Folding<S> folding;
    private final FoldedStates<S> folded;
    private final NodeStates<S> states;
    private final PastStates<S> past;
    private final LogFollower<S> follower;
    private final Optional<CheckpointWriter<S>> writer;

    /** Creates a history that folds the whole log at each start; {@code fold} must be pure. */
    public History(EventLog log, S empty, BiFunction<S, Recorded, S> fold) {
        this(log, new Folding<>(empty, fold, Optional.empty()), Optional.empty(), 0);
    }

    /**
     * Creates a history that starts from its last checkpoint, and withholds a project that cannot be folded instead of stopping.
     *
     * @param interval the minimum number of events between two checkpoints
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

    /** Adds a watcher that receives each later event just before the state includes it. It delays the fold. */
    public void watch(Consumer<Recorded> watcher) {
        folded.watch(watcher);
    }

    /** Deletes the checkpoints before a position at which a person was erased. */
    void forgetBefore(long position) {
        writer.ifPresent(checkpoints -> checkpoints.forgetBefore(position));
    }

    /** The current state. */
    public S state() {
        return states.current().state();
    }

    /** The withheld projects, each with the event that could not be folded. */
    public Map<Integer, Positioned.Unfoldable> withheld() {
        return at().withheld();
    }

    /** The state at exactly this position, if it is recent. */
    Optional<Positioned<S>> recent(long position) {
        return states.at(position);
    }

    /** The event at this position, if it is recent and was handed over by an append. */
    Optional<Recorded> recentEvent(long position) {
        return states.event(position);
    }

    /**
     * The whole state at a position.
     *
     * @param position at most that of {@link #at()}
     */
    public Positioned<S> at(long position) {
        return recent(position).orElseGet(() -> past.at(position));
    }

    /** Like {@link #at(long)}, with one project and what belongs to none; much faster. */
    public Positioned<S> asOf(int project, long position) {
        return recent(position).orElseGet(() -> past.asOf(project, position));
    }

    /** Like {@link #asOf(int, long)}, at the last event that was recorded at or before an instant. */
    public Positioned<S> asOf(int project, Instant instant) {
        return asOf(project, log.positionAt(instant));
    }

    /**
     * Folds the log from its beginning beside the current state, and compares them. Takes as long as a start without checkpoints, and
     * as much memory as the state.
     */
    public Refold refolded() {
        var live = at();
        var folded = past.onward(folding.empty(), live.position());
        return Refold.of(live.position(), live.state(), folded.state(), folding.parts());
    }

    /** Creates the source of events for one projection. */
    public Steps<S> steps() {
        return new FoldedSteps<>(log, this, folding, past);
    }

    /** The current state with its position. */
    public Positioned<S> at() {
        return states.current();
    }

    /**
     * Takes durable events that this process has appended, so that they need not be read back. They are folded as soon as all before
     * them are.
     */
    public void take(List<Recorded> events) {
        if (!states.take(events)) {
            follower.wake();
        }
        advanced();
    }

    private void advanced() {
        writer.ifPresent(CheckpointWriter::check);
    }

    /** Waits until the state includes this position. False after the timeout. */
    public boolean await(long position, Duration timeout) {
        return states.await(position, timeout, follower::wake);
    }

    /**
     * Waits until the state includes this position, whose event need not exist yet, so the database is not queried for it. False
     * after the timeout.
     */
    public boolean awaitNext(long position, Duration timeout) {
        return states.awaitNext(position, timeout);
    }

    /**
     * The state including everything that is committed. Reads and folds the missing events in the caller's transaction, if there is
     * one, instead of waiting for them; {@link #state} is not affected.
     */
    public S stateAtHead() {
        var known = states.current();
        return folding.after(known, log.unnamedRows(known.position(), Long.MAX_VALUE))
                .state();
    }

    /** Whether the state includes what was in the log when this node started. Before that it must not be used. */
    public boolean caughtUp() {
        return follower.caughtUp();
    }

    /** Whether the state has caught up and follows the log. */
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
