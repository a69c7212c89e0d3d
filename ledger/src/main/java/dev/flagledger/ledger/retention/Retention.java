package dev.flagledger.ledger.retention;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes what is older than it is kept, once an hour, a few rows at a time, each time in a transaction of its own: whatever
 * ends it, the next one goes on. One node at a time, since a second finds the lock taken and leaves it.
 */
public final class Retention implements LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    static final long LOCK = 0x7072756e696e67L;
    private static final int FEW = 1_000;
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final List<Pruning> prunings;
    private final Duration begin;
    private final BackgroundLoop loop = new BackgroundLoop("retention", this::round);
    private boolean begun;

    /**
     * Prunes these.
     *
     * @param begin how long after its start it prunes for the first time
     */
    public Retention(
            JdbcClient jdbc, TransactionOperations transaction, Clock clock, List<Pruning> prunings, Duration begin) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.begin = begin;
        this.prunings = prunings.stream().filter(pruning -> !pruning.forEver()).toList();
    }

    /** Deletes all that is to go by now; returns how many rows that were. */
    public long prune() {
        return prunings.stream().mapToLong(this::prune).sum();
    }

    private long prune(Pruning pruning) {
        var before = clock.instant().minus(pruning.kept()).atOffset(ZoneOffset.UTC);
        long all = 0;
        long few = FEW;
        while (few == FEW && !Thread.currentThread().isInterrupted()) {
            few = transaction.execute(_ -> taken() ? some(pruning, before) : 0L);
            all += few;
        }
        if (all > 0) {
            LOG.info("Deleted {} {} from before {}", all, pruning.what(), before);
        }
        return all;
    }

    private boolean taken() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private long some(Pruning pruning, OffsetDateTime before) {
        return jdbc.sql(pruning.sql())
                .param("before", before)
                .param("most", FEW)
                .query(Long.class)
                .single();
    }

    /** Whatever goes wrong is said, and the others are pruned all the same. */
    void attempt() {
        for (var pruning : prunings) {
            try {
                prune(pruning);
            } catch (RuntimeException e) {
                LOG.warn("Could not delete old {}; tried again in an hour", pruning.what(), e);
            }
        }
    }

    /** Not at once, since whoever starts has more urgent things to do. */
    private Duration round() {
        if (!begun) {
            begun = true;
            return begin;
        }
        attempt();
        return PAUSE;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public Duration farewell() {
        return FAREWELL;
    }
}
