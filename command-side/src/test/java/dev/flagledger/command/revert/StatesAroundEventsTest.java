package dev.flagledger.command.revert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.past.PastStates;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeRetention;
import dev.flagledger.api.organisation.OrganisationCommand.PruneEvents;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The states before and after an event, which its revert compares. */
class StatesAroundEventsTest {

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, PastStates.class, Clocks.class);

    private final PastStates states = NODE.get(PastStates.class);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void aStateIsThatAfterThePosition() {
        var shop = new FoundedShop(NODE);
        long founded = NODE.get(EventLog.class).head();
        int environment = shop.environment();
        long created = NODE.get(EventLog.class).head();

        assertThat(states.after(shop.project(), founded).environment(environment))
                .isEmpty();
        assertThat(states.after(shop.project(), created).environment(environment))
                .isPresent();
    }

    @Test
    void beforeTheFirstEventThereIsNoProject() {
        var shop = new FoundedShop(NODE);

        assertThat(states.after(shop.project(), EventLog.BEGINNING).project(shop.project()))
                .isEmpty();
    }

    @Test
    void whatIsPrunedIsRefusedWithoutReadingTheLog() {
        try (var node =
                TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, PastStates.class, Clocks.class)) {
            var shop = new FoundedShop(node);
            // A short log is in memory up to its end.
            long notInMemory = node.get(EventLog.class).head() + 10;
            shop.send(new ChangeRetention(shop.organisation(), 30));
            shop.send(new PruneEvents(shop.organisation(), notInMemory + 1));
            assertThat(shop.context().installation().organisation(shop.organisation()))
                    .isPresent();
            node.get(JdbcClient.class)
                    .sql("set session_replication_role = replica; update ledger.event set entry = '{}'")
                    .update();

            assertThatThrownBy(() -> node.get(PastStates.class).after(shop.project(), notInMemory))
                    .isInstanceOfSatisfying(
                            Rejected.class, e -> assertThat(e.rejection()).isInstanceOf(Rejection.Pruned.class));
        }
    }

    static class Clocks {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
