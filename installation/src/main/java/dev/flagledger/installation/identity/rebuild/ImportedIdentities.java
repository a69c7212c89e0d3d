package dev.flagledger.installation.identity.rebuild;

import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.extract.ImportedLog;
import dev.flagledger.ledger.log.store.EventLog;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the rows of identities after an import, which brings their log only: the log has what is personal encrypted, the rows have it in the
 * clear. Before this node answers requests, so that no application creates an identity anew whose row is still missing.
 */
@Component
final class ImportedIdentities implements SmartLifecycle {

    private static final String NONE = "select not exists (select from installation.identity)";

    private final ImportedLog imported;
    private final JdbcClient jdbc;
    private final IdentityRebuild rebuild;
    private volatile boolean running;

    ImportedIdentities(ImportedLog imported, JdbcClient jdbc, IdentityRebuild rebuild) {
        this.imported = imported;
        this.jdbc = jdbc;
        this.rebuild = rebuild;
    }

    @Override
    public void start() {
        running = true;
        if (imported.position() > EventLog.BEGINNING
                && jdbc.sql(NONE).query(Boolean.class).single()) {
            rebuild();
        }
    }

    private void rebuild() {
        rebuild.tryStart();
        try {
            rebuild.awaitEnd();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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
