package dev.flagledger.installation.identity.rebuild;

import static java.util.Objects.requireNonNull;

import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.extract.ImportedLog;
import dev.flagledger.ledger.log.store.EventLog;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the rows of identities after an import, which brings their log only: the log has what is personal encrypted, the rows have it in the
 * clear. Before this node answers requests, so that no application creates an identity anew whose row is still missing. The database
 * remembers that all were made: a start that fails before is continued by the next one. One node makes them, the others wait for it.
 */
@Component
final class ImportedIdentities implements SmartLifecycle {

    /** The key of a PostgreSQL advisory lock. */
    static final long LOCK = 0x6d616465696473L;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String MADE = "select exists (select from installation.made_identities)";
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(:lock)";
    private static final String REMEMBER = "insert into installation.made_identities default values";

    private final ImportedLog imported;
    private final JdbcClient jdbc;
    private final IdentityRebuild rebuild;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    ImportedIdentities(
            ImportedLog imported, JdbcClient jdbc, IdentityRebuild rebuild, PlatformTransactionManager transactions) {
        this.imported = imported;
        this.jdbc = jdbc;
        this.rebuild = rebuild;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws IllegalStateException if rows are missing and cannot be made */
    @Override
    public void start() {
        running = true;
        if (imported.position() > EventLog.BEGINNING) {
            try {
                make();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** Asks again for the lock instead of waiting in the database, where a statement may not take as long as many identities do. */
    private void make() throws InterruptedException {
        while (!requireNonNull(transaction.execute(_ -> areMade() || tryMake()))) {
            Thread.sleep(PAUSE);
        }
    }

    private boolean areMade() {
        return jdbc.sql(MADE).query(Boolean.class).single();
    }

    private boolean tryMake() {
        if (!jdbc.sql(TRY_LOCK).param("lock", LOCK).query(Boolean.class).single()) {
            return false;
        }
        // Who had the lock may have made them since.
        if (!areMade()) {
            rebuild();
            jdbc.sql(REMEMBER).update();
        }
        return true;
    }

    private void rebuild() {
        rebuild.tryStart();
        try {
            rebuild.awaitEnd();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        var failure = rebuild.result().orElseThrow().failure();
        if (failure != null) {
            throw new IllegalStateException(
                    "The rows of the imported identities could not be made; the next start tries it again: " + failure);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The start ended before the rows of the imported identities were made", e);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }
}
