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
 * Deletes rows that are older than their retention: once an hour, in batches with a transaction each. One node at a time does so,
 * and skips the work if another holds the lock.
 */
public final class Retention implements LoopLifecycle {

    /** How long after the start of a node its retentions begin, as a setting. */
    public static final String BEGIN = "${flagledger.retention.begin:1m}";

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    static final long LOCK = 0x7072756e696e67L;
    private static final int BATCH = 1_000;
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final List<Pruning> prunings;
    private final BackgroundLoop loop;

    /**
     * Creates the pruning of these tables.
     *
     * @param initialDelay the time from the start to the first pruning
     */
    public Retention(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock,
            List<Pruning> prunings,
            Duration initialDelay) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.loop = new BackgroundLoop("retention", this::round).beginningAfter(initialDelay);
        this.prunings = prunings.stream().filter(pruning -> !pruning.forEver()).toList();
    }

    /** Deletes all expired rows, and returns their number. */
    public long prune() {
        return prunings.stream().mapToLong(this::prune).sum();
    }

    private long prune(Pruning pruning) {
        var before = clock.instant().minus(pruning.kept()).atOffset(ZoneOffset.UTC);
        long total = 0;
        long deleted = BATCH;
        while (deleted == BATCH && !Thread.currentThread().isInterrupted()) {
            deleted = transaction.execute(_ -> locked() ? deleteBatch(pruning, before) : 0L);
            total += deleted;
        }
        if (total > 0) {
            LOG.info("Deleted {} {} from before {}", total, pruning.what(), before);
        }
        return total;
    }

    private boolean locked() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private long deleteBatch(Pruning pruning, OffsetDateTime before) {
        return jdbc.sql(pruning.sql())
                .param("before", before)
                .param("most", BATCH)
                .query(Long.class)
                .single();
    }

    /** Prunes each table; logs a failure, and continues with the others. */
    void pruneAll() {
        for (var pruning : prunings) {
            try {
                prune(pruning);
            } catch (RuntimeException e) {
                LOG.warn("Could not delete old {}; tried again in an hour", pruning.what(), e);
            }
        }
    }

    private Duration round() {
        pruneAll();
        return INTERVAL;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }
}
