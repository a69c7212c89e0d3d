package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.flagledger.access.secret.ServerKeys.Owner;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import dev.flagledger.testing.TestRefusals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class KeyUsesTest {

    private static final Owner KEY = new Owner(4, 5);
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(KeyUses.class);

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final TestNode node = TestNode.on(database, Fold.class, KeyUses.class, TestRefusals.class);
    private final KeyUses uses = node.get(KeyUses.class);
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @AfterEach
    void close() {
        LOG.setLevel(null);
        node.close();
    }

    @Test
    void aUseIsRecordedOnce() {
        uses.ofServerKey(KEY, Attribution.SYSTEM);
        uses.ofServerKey(KEY, Attribution.SYSTEM);
        uses.ofServerKey(new Owner(6, 5), Attribution.SYSTEM);

        await().untilAsserted(() -> assertThat(recorded()).isEqualTo(2));
    }

    @Test
    void aUseThatCannotBeRecordedIsRecordedLater(CapturedOutput output) {
        jdbc.sql("alter table ledger.event rename to hidden").update();
        uses.ofServerKey(KEY, Attribution.SYSTEM);
        await().until(() -> output.getAll().contains("first-use failed"));

        jdbc.sql("alter table ledger.hidden rename to event").update();

        await().untilAsserted(() -> assertThat(recorded()).isEqualTo(1));
    }

    @Test
    void aUseOfWhatHasEndedIsNotTriedAgain(CapturedOutput output) {
        LOG.setLevel(Level.DEBUG);
        jdbc.sql("insert into ledger.ended (thing) values ('test')").update();

        uses.ofServerKey(KEY, Attribution.SYSTEM);

        await().until(() -> output.getAll().contains("The first use of server-key-4 is not recorded: test has ended"));
        assertThat(output.getAll()).doesNotContain("first-use failed");
        assertThat(recorded()).isZero();
    }

    @Test
    void aNodeThatStopsDoesNotTryAgain(CapturedOutput output) {
        jdbc.sql("alter table ledger.event rename to hidden").update();
        uses.ofServerKey(KEY, Attribution.SYSTEM);
        await().until(() -> output.getAll().contains("first-use failed"));

        uses.stop();

        assertThat(uses.isRunning()).isFalse();
        assertThat(output.getAll()).contains("The first use of server-key-4 is not recorded by this node, which stops");
    }

    private long recorded() {
        return node.get(EventLog.class).head();
    }

    static class Fold {
        @Bean
        History<Installation> fold(EventLog log) {
            return new History<>(log, Installation.EMPTY, FlagEvents.folded((state, _) -> state));
        }
    }
}
