package dev.flagledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.checkpoint.Checkpoints;
import dev.flagledger.ledger.history.checkpoint.Parts;
import dev.flagledger.ledger.log.store.TestLog;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.ledger.secret.Wrapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes that share a log and its checkpoints, each with a history of the {@link Toy}. */
public final class ToyHistories implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(20);
    public static final int INTERVAL = 10;

    private final TestLog log = TestLog.fresh(Toy::contextOf);
    private final AtomicInteger folded = new AtomicInteger();
    private final List<History<Toy>> started = new ArrayList<>();

    public TestLog log() {
        return log;
    }

    /** The number of events that were folded by all histories. */
    public AtomicInteger folded() {
        return folded;
    }

    public History<Toy> start() {
        return start(Toy.class, _ -> false);
    }

    public History<Toy> start(Class<?> code, IntPredicate unfoldable) {
        var history = new History<>(
                log.log(),
                Toy.EMPTY,
                (state, event) -> {
                    folded.incrementAndGet();
                    return state.evolve(event, unfoldable);
                },
                checkpoints(code),
                INTERVAL);
        started.add(history);
        history.start();
        await().until(history::ready);
        return history;
    }

    /** Appends random events, of projects or of none, and waits until the history includes them. */
    public void append(History<Toy> history, int many, long seed) {
        var random = new Random(seed);
        for (int event = 0; event < many; event++) {
            log.append(Toy.in(random.nextInt(4), 1));
        }
        assertThat(history.await(log.log().head(), PATIENCE)).isTrue();
    }

    public Toy fromScratch(long position) {
        var state = Toy.EMPTY;
        for (var row : log.log().rows(0, position)) {
            state = state.evolve(row.event(), _ -> false);
        }
        return state;
    }

    public Checkpoints<Toy> checkpoints(Class<?> code) {
        return checkpoints(new Toy.Cut(code));
    }

    public Checkpoints<Toy> checkpoints(Parts<Toy> parts) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(log.pool()));
        return new Checkpoints<>(Toy.EMPTY, parts, log.jdbc(), transactions, wrapping());
    }

    public Wrapping wrapping() {
        return new Wrapping(new InstallationKey(log.jdbc(), new InstallationSecret(log.jdbc(), ""), ""), "checkpoints");
    }

    /** The number of stored checkpoints. */
    public int stored() {
        return log.jdbc()
                .sql("select count(*) from ledger.checkpoint")
                .query(Integer.class)
                .single();
    }

    /** The position before which no checkpoint may be stored. */
    public long floor() {
        return log.jdbc()
                .sql("select position from ledger.checkpoint_floor")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        started.forEach(History::stop);
        log.close();
    }
}
