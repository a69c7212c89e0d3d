package dev.flagledger.command.revert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.past.PastStates;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

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

    static class Clocks {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
