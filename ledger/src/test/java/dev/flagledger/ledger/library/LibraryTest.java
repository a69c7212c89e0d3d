package dev.flagledger.ledger.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.library.LibraryCommand.BurnBook;
import dev.flagledger.ledger.library.LibraryCommand.BuyBook;
import dev.flagledger.ledger.library.LibraryCommand.LendBook;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger supports a domain other than flags. */
class LibraryTest {

    private static final Attribution LIBRARIAN = new Attribution(Actor.apiKey(1, "librarian"), "r-1", null, null, null);

    private final TestDatabase database = TestDatabase.fresh();
    private ConfigurableApplicationContext node = start();

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Library.class)
                .web(WebApplicationType.NONE)
                .properties("spring.datasource.url=" + database.url(), "logging.level.root=warn")
                .run();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void commandsBecomeEventsThatFoldAndAreProjectedAlsoAfterARestart() {
        send(new BuyBook(1, "Emma"));
        send(new BuyBook(2, "Ulysses"));
        send(new LendBook(1, "ana"));
        send(new LendBook(1, "ben"));
        send(new LendBook(1, "ben"));

        assertThat(shelves()).isEqualTo(Map.of(1, "ben", 2, ""));
        assertThat(node.getBean(EventLog.class).head()).isEqualTo(5);
        assertThat(returned()).containsExactly("1 ana");

        node.close();
        node = start();
        send(new LendBook(1, "cy"));

        assertThat(shelves()).isEqualTo(Map.of(1, "cy", 2, ""));
        assertThat(returned()).containsExactly("1 ana", "1 ben");
    }

    @Test
    void anEndedAggregateTakesNoCommands() {
        send(new BuyBook(1, "Emma"));
        send(new BurnBook(1));

        assertThatThrownBy(() -> send(new LendBook(1, "ana"))).isInstanceOf(Rejected.class);
        assertThat(shelves()).isEmpty();
    }

    private void send(LibraryCommand command) {
        node.getBean(Commands.class).send(command, LIBRARIAN);
    }

    private Map<?, ?> shelves() {
        return (Map<?, ?>) node.getBean(History.class).state();
    }

    private List<String> returned() {
        node.getBean(Projections.class).awaitFold("loans", "Loans");
        return node.getBean(JdbcClient.class)
                .sql("select book || ' ' || reader from returned order by reader")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
