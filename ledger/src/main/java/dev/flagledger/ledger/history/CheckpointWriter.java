package dev.flagledger.ledger.history;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores checkpoints beside the fold, as often as pays: after so many events, and not before the log has grown by as much as
 * the last one took; and when the node stops. None while a project is withheld: the next start then comes to the event again.
 */
final class CheckpointWriter<S> {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    private static final long LOOK_SECONDS = 2;

    /** About what an entry takes in the log. */
    private static final int ENTRY_BYTES = 400;

    private final Checkpoints<S> checkpoints;
    private final Supplier<At<S>> now;
    private final long interval;
    private final Semaphore news = new Semaphore(0);
    private Map<Integer, List<WeakReference<Object>>> marks = new HashMap<>();
    private Optional<Long> last = Optional.empty();
    private final AtomicLong erased = new AtomicLong();
    private long forgotten;
    private long pause;
    private volatile Optional<Thread> thread = Optional.empty();
    private volatile boolean running;

    CheckpointWriter(Checkpoints<S> checkpoints, Supplier<At<S>> now, long interval) {
        if (interval < 1) {
            throw new IllegalArgumentException("flagledger.checkpoint-events must be at least 1");
        }
        this.checkpoints = checkpoints;
        this.now = now;
        this.interval = interval;
        this.pause = interval;
    }

    /** Goes on from the state that the history begins with, which is a checkpoint or nothing. */
    void start() {
        var begin = now.get();
        if (begin.position() > 0) {
            remember(begin);
        }
        running = true;
        thread = Optional.of(Thread.ofPlatform().name("checkpoints").daemon().start(this::run));
    }

    /** Has it look whether one is due. */
    void look() {
        if (due()) {
            news.release();
        }
    }

    /** Has it delete all of them soon, since those before this position tell of somebody who was erased there. */
    void forgetBefore(long position) {
        erased.set(position);
        news.release();
    }

    private void forget() {
        long position = erased.get();
        if (position > forgotten) {
            checkpoints.deleteAll();
            forgotten = position;
            marks = new HashMap<>();
            last = Optional.empty();
        }
    }

    /** Stores what has changed since the last one, and ends. */
    void stop() {
        running = false;
        news.release();
        var begun = thread;
        if (begun.isEmpty()) {
            return;
        }
        try {
            begun.get().join(FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (running) {
                tryToForget();
                if (due()) {
                    write(now.get());
                }
                news.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
                news.drainPermits();
            }
            if (now.get().position() > last.orElse(0L)) {
                write(now.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToForget() {
        try {
            forget();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Cannot delete the checkpoints that tell of somebody who was erased, trying again: {}",
                    e.toString());
        }
    }

    private boolean due() {
        return now.get().position() - last.orElse(0L) >= pause;
    }

    private void write(At<S> at) {
        if (!at.withheld().isEmpty()) {
            return;
        }
        try {
            forget();
            if (at.position() < forgotten) {
                return;
            }
            long bytes = store(at);
            remember(at);
            pause = Math.max(interval, bytes / ENTRY_BYTES);
            checkpoints.thin(at.position(), interval);
        } catch (RuntimeException e) {
            pause = Math.max(2 * pause, at.position() - last.orElse(0L) + interval);
            LOG.warn("Cannot store a checkpoint at position {}: {}", at.position(), e.toString());
        }
    }

    private long store(At<S> at) {
        var changed = new HashSet<Integer>();
        for (int part : checkpoints.parts().of(at.state())) {
            if (!isKnown(at, part)) {
                changed.add(part);
            }
        }
        var parts = stored(at, changed);
        if (!checkpoints.store(at, last, parts)) {
            last = Optional.empty();
            marks = new HashMap<>();
            parts = stored(at, checkpoints.parts().of(at.state()));
            checkpoints.store(at, last, parts);
        }
        return parts.stream().mapToLong(part -> part.bytes().length).sum();
    }

    private List<StoredPart> stored(At<S> at, Set<Integer> changed) {
        var parts = new ArrayList<StoredPart>();
        checkpoints
                .parts()
                .cut(at.state(), changed)
                .forEach((part, cut) -> parts.add(checkpoints.stored(part, at.position(), cut)));
        return parts;
    }

    /** Whether the last checkpoint has this part as it is now. */
    @SuppressWarnings("ReferenceEquality") // what is the same object has not changed
    private boolean isKnown(At<S> at, int part) {
        var known = marks.get(part);
        var marked = checkpoints.parts().marks(at.state(), part);
        if (known == null || known.size() != marked.size()) {
            return false;
        }
        for (int index = 0; index < known.size(); index++) {
            if (known.get(index).get() != marked.get(index)) {
                return false;
            }
        }
        return true;
    }

    /** Held weakly: what has changed is of no use any more. */
    private void remember(At<S> at) {
        var remembered = new HashMap<Integer, List<WeakReference<Object>>>();
        for (int part : checkpoints.parts().of(at.state())) {
            remembered.put(
                    part,
                    checkpoints.parts().marks(at.state(), part).stream()
                            .map(WeakReference::new)
                            .toList());
        }
        marks = remembered;
        last = Optional.of(at.position());
    }
}
