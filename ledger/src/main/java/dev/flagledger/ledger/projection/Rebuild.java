package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.history.LogRange;
import dev.flagledger.ledger.history.Steps;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the table of a read model anew where another version of the code wrote it, beside the one that answers, and swaps
 * them when the new one has come as far. Whatever is committed is a beginning from which this or another node goes on.
 */
final class Rebuild<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int BATCH = 2_000;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration NOT_YET = Duration.ofMillis(50);

    /** The table that answers is ahead by what this node does not show yet. */
    private static final Duration BEHIND = Duration.ofMillis(50);

    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final long NOBODYS = -1;

    private static final Executor WRITER =
            task -> Thread.ofVirtual().name("rebuild-writer").start(task);

    private final ReadModel<S> model;
    private final ProjectionRow answering;
    private final ProjectionRow place;
    private final Steps<S> steps;
    private final ProjectionTable places;
    private final RebuildTable beside;
    private final LongSupplier head;
    private final RebuildProgress progress;
    private final BackgroundLoop loop;
    private long written = NOBODYS;
    private @Nullable LogRange<S> ahead;
    private boolean indexed;

    Rebuild(
            ReadModel<S> model,
            Steps<S> steps,
            ProjectionTable places,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            LongSupplier head) {
        this.model = model;
        this.answering = ProjectionRow.answering(model.name());
        this.place = ProjectionRow.beside(model.name());
        this.steps = steps;
        this.places = places;
        this.beside = new RebuildTable(model, places, transaction, jdbc);
        this.head = head;
        this.progress = new RebuildProgress(model.name(), head);
        this.loop = new BackgroundLoop("rebuild-" + model.name(), this::round).atEnd(() -> places.release(place));
    }

    String name() {
        return model.name();
    }

    /** How far it is, on whatever node; empty when nothing is made anew. */
    Optional<Progress> progress() {
        return progress.now();
    }

    void start() {
        loop.start();
    }

    void wake() {
        loop.wake();
    }

    void stop() {
        loop.stop(FAREWELL);
    }

    private Duration round() {
        try {
            return written == NOBODYS ? begin() : goOn();
        } catch (LeaseLost _) {
            reset();
            return Duration.ZERO;
        } catch (RuntimeException e) {
            reset();
            throw e;
        }
    }

    /** Where it stands is looked up again. */
    private void reset() {
        written = NOBODYS;
        ahead = null;
    }

    private Duration begin() {
        if (!steps.caughtUp()) {
            return NOT_YET;
        }
        var answers = places.find(answering);
        if (answers.isEmpty() || answers.get().version() >= model.version()) {
            progress.end();
            return LOOK;
        }
        long begun = beside.begin();
        progress.reached(begun);
        steps.after(begun, 1);
        var taken = places.take(place, model.version());
        if (taken.isEmpty()) {
            return LOOK;
        }
        written = taken.get();
        indexed = false;
        LOG.info("Making {} anew, from event {} of {}", model.name(), written, head.getAsLong());
        return Duration.ZERO;
    }

    private Duration goOn() {
        var batch = ahead == null ? steps.after(written, BATCH) : ahead;
        ahead = null;
        boolean full = batch.last() - written == BATCH;
        if (full || (batch.last() > written && !indexed)) {
            write(batch);
        } else if (!indexed) {
            beside.index(written);
            indexed = true;
        } else if (beside.swap(written, batch.last(), project(batch))) {
            written = NOBODYS;
            progress.end();
            LOG.info("Made {} anew", model.name());
        } else {
            return BEHIND;
        }
        return Duration.ZERO;
    }

    /** Writes a stretch, and reads the next one meanwhile. */
    private void write(LogRange<S> batch) {
        var writing = project(batch);
        var commit = CompletableFuture.runAsync(() -> beside.write(written, batch.last(), writing), WRITER);
        try {
            ahead = steps.after(batch.last(), BATCH);
        } finally {
            await(commit);
        }
        written = batch.last();
        progress.reached(batch.last());
    }

    private Optional<Runnable> project(LogRange<S> batch) {
        return model.project(batch.steps(), beside.table());
    }

    private static void await(CompletableFuture<Void> commit) {
        try {
            commit.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
