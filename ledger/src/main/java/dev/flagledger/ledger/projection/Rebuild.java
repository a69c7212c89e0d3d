package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.background.BackgroundLoop;
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
 * Rebuilds the tables of a read model that an older version wrote: fills second tables beside the live ones, and swaps them when they
 * have caught up. This or another node can continue from every commit.
 */
final class Rebuild<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** Large, since a read model may update the same row for many events, as one that counts does: once for each batch. */
    private static final int BATCH = 10_000;

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CATCH_UP_RETRY = Duration.ofMillis(50);

    /** The live table may include events that this node does not show yet. */
    private static final Duration SWAP_RETRY = Duration.ofMillis(50);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);
    private static final long NOT_OWNED = -1;

    private static final Executor WRITER =
            task -> Thread.ofVirtual().name("rebuild-writer").start(task);

    private final ReadModel<S> model;
    private final ProjectionRow liveRow;
    private final ProjectionRow row;
    private final Steps<S> steps;
    private final ProjectionTable projections;
    private final RebuildTables beside;
    private final LongSupplier head;
    private final RebuildProgress progress;
    private final BackgroundLoop loop;
    private long written = NOT_OWNED;
    private @Nullable Batch ahead;
    private boolean indexed;

    Rebuild(
            ReadModel<S> model,
            Steps<S> steps,
            ProjectionTable projections,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            LongSupplier head) {
        this.model = model;
        this.liveRow = ProjectionRow.live(model.name());
        this.row = ProjectionRow.beside(model.name());
        this.steps = steps;
        this.projections = projections;
        this.beside = new RebuildTables(model, projections, transaction, jdbc);
        this.head = head;
        this.progress = new RebuildProgress(model.name(), head);
        this.loop = new BackgroundLoop("rebuild-" + model.name(), this::round).atEnd(() -> projections.release(row));
    }

    String name() {
        return model.name();
    }

    /** The progress, on whatever node; empty without a rebuild. */
    Optional<Progress> progress() {
        return progress.now();
    }

    /** How far the rebuild is, according to the database; empty if the live tables are of this version or a newer one. */
    Optional<Progress> outdated() {
        var live = projections.find(liveRow);
        if (live.isEmpty() || live.get().version() >= model.version()) {
            return Optional.empty();
        }
        long position =
                projections.find(row).map(ProjectionTable.Found::position).orElse(0L);
        return Optional.of(new Progress(name(), position, head.getAsLong()));
    }

    void start() {
        loop.start();
    }

    void wake() {
        loop.wake();
    }

    void stop() {
        loop.stop(STOP_TIMEOUT);
    }

    private Duration round() {
        try {
            return written == NOT_OWNED ? begin() : goOn();
        } catch (LeaseLost _) {
            reset();
            return Duration.ZERO;
        } catch (RuntimeException e) {
            reset();
            throw e;
        }
    }

    /** Has the position looked up again. */
    private void reset() {
        written = NOT_OWNED;
        ahead = null;
    }

    private Duration begin() {
        if (!steps.caughtUp()) {
            return CATCH_UP_RETRY;
        }
        var live = projections.find(liveRow);
        if (live.isEmpty() || live.get().version() >= model.version()) {
            progress.end();
            return CHECK_INTERVAL;
        }
        long begun = beside.begin();
        progress.reached(begun);
        steps.after(begun, 1);
        var taken = projections.take(row, model.version());
        if (taken.isEmpty()) {
            return CHECK_INTERVAL;
        }
        written = taken.get();
        indexed = false;
        LOG.info("Rebuilding {} from event {} of {}", model.name(), written, head.getAsLong());
        return Duration.ZERO;
    }

    private Duration goOn() {
        var batch = ahead == null ? after(written) : ahead;
        ahead = null;
        boolean full = batch.last() - written == BATCH;
        if (full || (batch.last() > written && !indexed)) {
            write(batch);
        } else if (!indexed) {
            LOG.info("Creating the indexes of {}", model.name());
            beside.index(written);
            indexed = true;
        } else if (beside.swap(written, batch.last(), batch.writing())) {
            written = NOT_OWNED;
            progress.end();
            LOG.info("Rebuilt {}", model.name());
        } else {
            return SWAP_RETRY;
        }
        return Duration.ZERO;
    }

    /** Events up to a position, and what is to be written for them; empty if nothing is. */
    private record Batch(long last, Optional<Runnable> writing) {}

    private Batch after(long position) {
        var range = steps.after(position, BATCH);
        return new Batch(range.last(), model.project(range.steps(), ShadowTable::beside));
    }

    /** Writes a batch, and prepares the next one meanwhile. */
    private void write(Batch batch) {
        var commit = CompletableFuture.runAsync(() -> beside.write(written, batch.last(), batch.writing()), WRITER);
        try {
            ahead = after(batch.last());
        } finally {
            await(commit);
        }
        written = batch.last();
        progress.reached(batch.last());
    }

    private static void await(CompletableFuture<Void> commit) {
        try {
            commit.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
