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
 * Stores checkpoints beside the fold, as often as pays: after so many events, and not before the log has grown by as much as
 * the last one took; and when the node stops. None while a project is withheld: the next start then comes to the event again.
 */
public final class CheckpointWriter<S> {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** About what an entry takes in the log. */
    private static final int ENTRY_BYTES = 400;

    private final Checkpoints<S> checkpoints;
    private final Supplier<Positioned<S>> now;
    private final long interval;
    private final CheckpointMarks<S> marks;
    private final BackgroundLoop loop = new BackgroundLoop("checkpoints", this::round).atEnd(this::writeLast);
    private volatile Optional<Long> last = Optional.empty();
    private volatile long erased;
    private long forgotten;
    private volatile long pause;

    public CheckpointWriter(Checkpoints<S> checkpoints, Supplier<Positioned<S>> now, long interval) {
        if (interval < 1) {
            throw new IllegalArgumentException("flagledger.checkpoint-events must be at least 1");
        }
        this.checkpoints = checkpoints;
        this.now = now;
        this.interval = interval;
        this.pause = interval;
        this.marks = new CheckpointMarks<>(checkpoints.parts());
    }

    /** Goes on from the state that the history begins with, which is a checkpoint or nothing. */
    public void start(Positioned<S> begin) {
        if (begin.position() > 0) {
            remember(begin);
        }
        loop.start();
    }

    /** Has it look whether one is due. */
    public void look() {
        if (due()) {
            loop.wake();
        }
    }

    /** Has it delete all of them soon, since those before this position tell of somebody who was erased there. */
    public void forgetBefore(long position) {
        erased = position;
        loop.wake();
    }

    /** Stores what has changed since the last one, and ends. */
    public void stop() {
        loop.stop(FAREWELL);
    }

    private Duration round() {
        try {
            forget();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Cannot delete the checkpoints that tell of somebody who was erased, trying again: {}",
                    e.toString());
            return LOOK;
        }
        if (due()) {
            write(now.get());
        }
        return LOOK;
    }

    private void writeLast() {
        if (now.get().position() > last.orElse(0L)) {
            write(now.get());
        }
    }

    private void forget() {
        long position = erased;
        if (position > forgotten) {
            checkpoints.forgetBefore(position);
            forgotten = position;
            forgetLast();
        }
    }

    private boolean due() {
        return now.get().position() - last.orElse(0L) >= pause;
    }

    private void write(Positioned<S> at) {
        if (!at.withheld().isEmpty()) {
            return;
        }
        try {
            forget();
            var bytes = store(at);
            if (bytes.isEmpty()) {
                // As it may be until this node has come to the erasure, which is far ahead while it starts.
                pause = laterThan(at);
                return;
            }
            remember(at);
            pause = Math.max(interval, bytes.get() / ENTRY_BYTES);
            checkpoints.thin(at.position(), interval);
        } catch (RuntimeException e) {
            pause = Math.max(2 * pause, laterThan(at));
            LOG.warn("Cannot store a checkpoint at position {}: {}", at.position(), e.toString());
        }
    }

    /** By how much the log has to grow since the last one for the next to be an interval behind this state. */
    private long laterThan(Positioned<S> at) {
        return at.position() - last.orElse(0L) + interval;
    }

    /** The bytes that it took; empty if there is none, since somebody was erased whom this state still shows. */
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
