package dev.flagledger.ledger.history.checkpoint;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.history.checkpoint.CheckpointTable.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores checkpoints in the background: after an interval of events, but not before the log has grown by as much as the last
 * checkpoint took; and when the node stops. Stores none while a project is withheld, so that the next start tries its event again.
 */
public final class CheckpointWriter<S> {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(2);

    /** The approximate size of an entry in the log. */
    private static final int ENTRY_BYTES = 400;

    private final Checkpoints<S> checkpoints;
    private final Supplier<Positioned<S>> current;
    private final long interval;
    private final CheckpointMarks<S> marks;
    private final BackgroundLoop loop = new BackgroundLoop("checkpoints", this::round).atEnd(this::writeLast);
    private volatile Optional<Long> last = Optional.empty();
    private volatile long erasedAt;
    private long forgotten;
    private volatile long pause;

    public CheckpointWriter(Checkpoints<S> checkpoints, Supplier<Positioned<S>> current, long interval) {
        if (interval < 1) {
            throw new IllegalArgumentException("flagledger.checkpoint-events must be at least 1");
        }
        this.checkpoints = checkpoints;
        this.current = current;
        this.interval = interval;
        this.pause = interval;
        this.marks = new CheckpointMarks<>(checkpoints.parts());
    }

    /** Starts from the initial state of the history, which is a checkpoint or empty. */
    public void start(Positioned<S> initial) {
        if (initial.position() > 0) {
            remember(initial);
        }
        loop.start();
    }

    /** Stores a checkpoint soon if one is due. */
    public void check() {
        if (due()) {
            loop.wake();
        }
    }

    /** Deletes all checkpoints soon, since a person was erased at this position. */
    public void forgetBefore(long position) {
        erasedAt = position;
        loop.wake();
    }

    /** Stores a last checkpoint, and stops. */
    public void stop() {
        loop.stop(STOP_TIMEOUT);
    }

    private Duration round() {
        try {
            forget();
        } catch (RuntimeException e) {
            LOG.warn("Cannot delete the checkpoints from before an erasure, trying again: {}", e.toString());
            return CHECK_INTERVAL;
        }
        if (due()) {
            write(current.get());
        }
        return CHECK_INTERVAL;
    }

    private void writeLast() {
        if (current.get().position() > last.orElse(0L)) {
            write(current.get());
        }
    }

    private void forget() {
        long position = erasedAt;
        if (position > forgotten) {
            checkpoints.forgetBefore(position);
            forgotten = position;
            forgetLast();
        }
    }

    private boolean due() {
        return current.get().position() - last.orElse(0L) >= pause;
    }

    private void write(Positioned<S> at) {
        if (!at.withheld().isEmpty()) {
            return;
        }
        try {
            forget();
            var bytes = store(at);
            if (bytes.isEmpty()) {
                // A starting node may still be far from the erasure.
                pause = pauseAfter(at);
                return;
            }
            remember(at);
            pause = Math.max(interval, bytes.get() / ENTRY_BYTES);
            checkpoints.thin(at.position(), interval);
        } catch (RuntimeException e) {
            pause = Math.max(2 * pause, pauseAfter(at));
            LOG.warn("Cannot store a checkpoint at position {}: {}", at.position(), e.toString());
        }
    }

    /** The pause after which the next checkpoint is an interval after this state. */
    private long pauseAfter(Positioned<S> at) {
        return at.position() - last.orElse(0L) + interval;
    }

    /** Stores a checkpoint, and returns its size in bytes; empty if a person was erased whom this state still contains. */
    private Optional<Long> store(Positioned<S> at) {
        var parts = stored(at, marks.changed(at.state()));
        var outcome = checkpoints.store(at, last, parts);
        if (outcome == Outcome.BASE_IS_GONE) {
            forgetLast();
            parts = stored(at, checkpoints.parts().of(at.state()));
            outcome = checkpoints.store(at, last, parts);
        }
        return outcome == Outcome.STORED
                ? Optional.of(
                        parts.stream().mapToLong(part -> part.bytes().length).sum())
                : Optional.empty();
    }

    private List<StoredPart> stored(Positioned<S> at, Set<Integer> changed) {
        var parts = new ArrayList<StoredPart>();
        checkpoints
                .parts()
                .cut(at.state(), changed)
                .forEach((part, cut) -> parts.add(checkpoints.stored(part, at.position(), cut)));
        return parts;
    }

    private void remember(Positioned<S> at) {
        marks.remember(at.state());
        last = Optional.of(at.position());
    }

    private void forgetLast() {
        marks.forget();
        last = Optional.empty();
    }
}
