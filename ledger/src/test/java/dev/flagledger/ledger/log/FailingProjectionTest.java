package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.ledger.Readiness;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestFold;
import dev.flagledger.testing.TestNode;
import dev.flagledger.testing.TestRefusals;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projection wired as on a running node, that fails at an event for as long as the test wants it to. */
class FailingProjectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final TestNode node = TestNode.on(database, TestFold.class, TestRefusals.class, Projection.class);
    private final Readiness readiness = node.get(ProjectionsReadiness.class);

    @BeforeEach
    void begin() {
        jdbc.sql("create table seen (position bigint primary key)").update();
        await().until(readiness::ready);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void anEventThatFailsIsTriedAgainUntilItSucceeds() {
        append(1, 2, 3);

        await().until(() -> !readiness.ready());
        assertThat(seen()).doesNotContain(2L, 3L);
        node.get(Projection.class).fails = false;

        await().atMost(PATIENCE).until(() -> seen().equals(List.of(1L, 2L, 3L)));
        await().until(readiness::ready);
    }

    @Test
    void aProjectionThatWasStoppedIsNotReady() {
        node.get(EventProcessingConfiguration.class)
                .eventProcessor(Projection.NAME)
                .orElseThrow()
                .shutDown();

        assertThat(readiness.ready()).isFalse();
        assertThat(readiness.name()).isEqualTo("projections");
    }

    private void append(int... users) {
        for (int user : users) {
            node.get(WakingEventStore.class).publish(TestLog.messages(new UserLoggedIn(user)));
        }
    }

    private List<Long> seen() {
        return jdbc.sql("select position from seen order by position")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Writes down what it sees; fails at the second event at first. */
    @ProcessingGroup(Projection.NAME)
    static final class Projection {

        static final String NAME = "seen";

        private final JdbcClient jdbc;
        private volatile boolean fails = true;

        Projection(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(LedgerEvent event, TrackedEventMessage<?> message) {
            if (fails && event.equals(new UserLoggedIn(2))) {
                throw new IllegalStateException("not yet");
            }
            jdbc.sql("insert into seen values (:position)")
                    .param("position", message.trackingToken().position().orElseThrow())
                    .update();
        }
    }
}
