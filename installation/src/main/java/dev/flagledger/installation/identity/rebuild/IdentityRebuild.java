package dev.flagledger.installation.identity.rebuild;

import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.ledger.load.LowPriorityThreads;
import dev.flagledger.ledger.log.EndedObjects;
import dev.flagledger.ledger.log.stream.StreamLog;
import dev.flagledger.ledger.log.stream.StreamWalk;
import dev.flagledger.ledger.projection.Progress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Rebuilds the rows of identities and their traits from their log, in the background, one rebuild at a time on a node. Rows are written
 * with their events, so there is nothing to rebuild unless they were damaged or the log was imported. Reads and changes go on meanwhile.
 */
@Component
public final class IdentityRebuild implements DisposableBean {

    /** The name of what is rebuilt. */
    public static final String NAME = "identities";

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final LowPriorityThreads threads = new LowPriorityThreads("identity-rebuild");
    private final StreamWalk streams;
    private final IdentityTables tables;
    private final IdentityRepair repair;
    private @Nullable RebuildRun last;
    private volatile @Nullable Thread thread;

    /** Creates it without any rebuild; {@code changes} is told of the identities whose rows are replaced. */
    public IdentityRebuild(
            StreamLog log,
            EndedObjects ended,
            JdbcTemplate jdbc,
            IdentityChanges changes,
            PlatformTransactionManager transactions) {
        this.streams = log.walk();
        this.tables = new IdentityTables(jdbc);
        this.repair =
                new IdentityRepair(ended, new RowComparison(streams, ended, tables), tables, changes, transactions);
    }

    /** Starts a rebuild; returns false if one is running on this node. */
    public synchronized boolean tryStart() {
        if (progress().isPresent()) {
            return false;
        }
        var run = new RebuildRun(streams, tables, repair);
        var fresh = threads.newThread(run);
        fresh.start();
        last = run;
        thread = fresh;
        return true;
    }

    /** Waits until no rebuild is running on this node. */
    void awaitEnd() throws InterruptedException {
        var running = thread;
        if (running != null) {
            running.join();
        }
    }

    /** Returns how many identities the running rebuild has compared, and of how many; empty if none is running on this node. */
    public synchronized Optional<Progress> progress() {
        return Optional.ofNullable(last).flatMap(RebuildRun::progress);
    }

    /** Returns the result of the last rebuild on this node; empty if none has ended since the last one began. */
    public synchronized Optional<RebuiltIdentities> result() {
        return Optional.ofNullable(last).flatMap(RebuildRun::result);
    }

    @Override
    public void destroy() throws InterruptedException {
        var running = thread;
        if (running != null) {
            running.interrupt();
            running.join(STOP_TIMEOUT);
        }
    }
}
