package dev.flagledger.ledger.projection;

import static java.util.Objects.requireNonNull;

import dev.flagledger.ledger.history.Steps;
import dev.flagledger.ledger.history.Stretch;
import dev.flagledger.ledger.projection.Places.Found;
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

    private static final long SAY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long NOBODYS = -1;

    private static final Executor WRITER =
            task -> Thread.ofVirtual().name("rebuild-writer").start(task);

    private final ReadModel<S> model;
    private final Place answering;
    private final Place place;
    private final Steps<S> steps;
    private final Places places;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final TableBeside table;
    private final LongSupplier head;
    private final Worker worker;
    private volatile @Nullable Progress progress;
    private long written = NOBODYS;
    private @Nullable Stretch<S> ahead;
    private boolean indexed;
    private long saidAt = System.nanoTime();

    Rebuild(
            ReadModel<S> model,
            Steps<S> steps,
            Places places,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            LongSupplier head) {
        this.model = model;
        this.answering = Place.answering(model.name());
        this.place = Place.beside(model.name());
        this.steps = steps;
        this.places = places;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.table = new TableBeside(jdbc, model.table());
        this.head = head;
        this.worker = new Worker("rebuild-" + model.name(), this::round);
    }

    String name() {
        return model.name();
    }

    /** How far it is, on whatever node; empty when nothing is made anew. */
    Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    void start() {
        worker.start();
    }

    void wake() {
        worker.hurry();
    }

    void stop() {
        worker.stop(() -> places.release(place));
    }

    private Duration round() {
        try {
            return written == NOBODYS ? begin() : goOn();
        } catch (RuntimeException e) {
            written = NOBODYS;
            ahead = null;
            throw e;
        }
    }

    private Duration begin() {
        if (!steps.caughtUp()) {
            return NOT_YET;
        }
        var answers = places.find(answering);
        if (answers.isEmpty() || answers.get().version() >= model.version()) {
            progress = null;
            return LOOK;
        }
        long begun = requireNonNull(transaction.execute(_ -> beginOnce()));
        reached(begun);
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

    /** Of several nodes one begins, since the others wait for the lock. */
    private long beginOnce() {
        places.lock(answering);
        var beside = places.find(place);
        if (beside.isPresent() && beside.get().version() >= model.version()) {
            return beside.get().position();
        }
        places.remove(place);
        places.begin(place, model.version());
        table.create();
        return 0;
    }

    private Duration goOn() {
        var batch = ahead == null ? steps.after(written, BATCH) : ahead;
        ahead = null;
        boolean full = batch.last() - written == BATCH;
        if (full || (batch.last() > written && !indexed)) {
            write(batch);
        } else if (!indexed) {
            index();
        } else if (swap(batch)) {
            written = NOBODYS;
            progress = null;
            LOG.info("Made {} anew", model.name());
        } else {
            return BEHIND;
        }
        return Duration.ZERO;
    }

    /** Writes a stretch, and reads the next one meanwhile. */
    private void write(Stretch<S> batch) {
        var writing = model.project(batch.steps(), table.name());
        var commit = CompletableFuture.runAsync(() -> commit(batch.last(), writing), WRITER);
        try {
            ahead = steps.after(batch.last(), BATCH);
        } finally {
            await(commit);
        }
        written = batch.last();
        reached(batch.last());
    }

    private void commit(long to, Optional<Runnable> writing) {
        transaction.executeWithoutResult(_ -> {
            // What a crash takes is written again.
            jdbc.sql("set local synchronous_commit = off").update();
            places.advance(place, written, to);
            writing.ifPresent(Runnable::run);
        });
    }

    private static void await(CompletableFuture<Void> commit) {
        try {
            commit.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void index() {
        transaction.executeWithoutResult(_ -> {
            places.advance(place, written, written);
            table.index();
        });
        indexed = true;
    }

    /** Swaps the tables, if the new one comes as far as the old one with this batch. */
    private boolean swap(Stretch<S> batch) {
        long last = batch.last();
        var writing = model.project(batch.steps(), table.name());
        return requireNonNull(transaction.execute(status -> {
            places.advance(place, written, last);
            var answers = places.lock(answering);
            if (answers.isEmpty() || answers.get().position() > last) {
                status.setRollbackOnly();
                return false;
            }
            writing.ifPresent(Runnable::run);
            table.swap();
            places.swap(model.name(), new Found(model.version(), last));
            return true;
        }));
    }

    private void reached(long position) {
        var reached = new Progress(model.name(), position, head.getAsLong());
        progress = reached;
        if (System.nanoTime() - saidAt > SAY_NANOS) {
            saidAt = System.nanoTime();
            LOG.info("Making {} anew: event {} of {}", model.name(), reached.position(), reached.of());
        }
    }
}
