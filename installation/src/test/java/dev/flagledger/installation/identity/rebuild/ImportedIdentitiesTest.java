package dev.flagledger.installation.identity.rebuild;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.installation.identity.log.IdentityNodes;
import dev.flagledger.ledger.extract.ImportedLog;
import dev.flagledger.ledger.log.store.TestLog;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts of nodes on a log that was imported. */
class ImportedIdentitiesTest {

    private static final String IMPORT = "insert into ledger.imported (position, note) values (1, 'note')";

    private final TestLog log = TestLog.fresh();
    private final IdentityNodes nodes = new IdentityNodes(log);
    private final Rebuilds rebuilds = new Rebuilds(log, nodes);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(log.pool());
    private int bob;

    @BeforeEach
    void create() {
        bob = nodes.create("bob", IdentityNodes.plan()).id();
        nodes.create("eve", IdentityNodes.plan());
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void rowsOfAStartThatBrokeOffAreCompletedOnce() {
        var all = rebuilds.rows();
        log.template().update(IMPORT);
        loseBob();

        start();

        assertThat(rebuilds.rows()).isEqualTo(all);
        loseBob();
        start();
        assertThat(rebuilds.rows()).isNotEqualTo(all);
    }

    @Test
    void aLogThatWasNotImportedIsLeftAlone() {
        var all = rebuilds.rows();
        loseBob();

        start();

        assertThat(rebuilds.rows()).isNotEqualTo(all);
    }

    @Test
    void aStartFailsWithTheRebuildAndTheNextOneTriesAgain() {
        var all = rebuilds.rows();
        log.template().update(IMPORT);
        loseBob();
        log.template().execute("alter table installation.trait rename to trait_elsewhere");

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not be made")
                .hasMessageContaining("installation.trait");

        log.template().execute("alter table installation.trait_elsewhere rename to trait");
        start();
        assertThat(rebuilds.rows()).isEqualTo(all);
    }

    @Test
    void aSecondNodeWaitsForTheFirst() throws Exception {
        log.template().update(IMPORT);
        loseBob();
        var lost = rebuilds.rows();

        var second = requireNonNull(new TransactionTemplate(transactions).execute(_ -> {
            log.template().execute("select pg_advisory_xact_lock(" + ImportedIdentities.LOCK + ")");
            var waiting = CompletableFuture.runAsync(this::start);
            assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            log.template().update("insert into installation.made_identities default values");
            return waiting;
        }));

        second.get(30, TimeUnit.SECONDS);
        assertThat(rebuilds.rows()).isEqualTo(lost);
    }

    private void loseBob() {
        rebuilds.damage("delete from installation.identity where id = BOB", Map.of("BOB", bob));
        rebuilds.damage("delete from installation.trait where identity_id = BOB", Map.of("BOB", bob));
    }

    private void start() {
        new ImportedIdentities(new ImportedLog(log.jdbc()), log.jdbc(), rebuilds.rebuild(), transactions).start();
    }
}
