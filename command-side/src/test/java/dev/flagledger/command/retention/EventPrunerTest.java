package dev.flagledger.command.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.AboutRetention;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeLegalHold;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeRetention;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.engine.change.EventScopes;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.pruning.EventPruning;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** Prunes the events of a shop in batches of two. */
class EventPrunerTest {

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, Scopes.class);
    private static final int BATCH = 2;

    private final JdbcClient jdbc = NODE.get(JdbcClient.class);
    private final FoundedShop shop = new FoundedShop(NODE);
    private final Batches batches = new Batches();

    /** Transactions, with what happens before each. */
    private static final class Batches implements TransactionOperations {

        private final Queue<Runnable> before = new ArrayDeque<>();

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            var first = before.poll();
            if (first != null) {
                first.run();
            }
            return NODE.get(TransactionOperations.class).execute(action);
        }
    }

    /** Scopes of the events of organisations, and of those that found projects. */
    static class Scopes {

        @Bean
        @Primary
        ContextResolver scopes() {
            return events -> events.stream()
                    .map(event -> new AppendContext(
                            EventScopes.of(Installation.EMPTY, (LedgerEvent) event.getPayload()), List.of(), false))
                    .toList();
        }
    }

    @BeforeEach
    void keepNothing() {
        send(new ChangeRetention(shop.organisation(), 0));
    }

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void allIsPrunedInBatches() {
        prune();

        assertThat(unpruned()).isZero();
        assertThat(isDone()).isTrue();
    }

    @Test
    void nothingIsPrunedOnceAHoldIsPlacedWhileABatchBegins() {
        batches.before.addAll(List.of(() -> {}, this::hold));
        prune();

        assertThat(pruned()).isEqualTo(BATCH);
        prune();
        assertThat(pruned()).isEqualTo(BATCH);
        assertThat(isDone()).isFalse();
    }

    @Test
    void anInterruptedPruningIsFinishedAlsoIfEventsAreKeptForEverSinceThen() {
        batches.before.addAll(List.of(() -> {}, this::hold));
        prune();
        send(new ChangeLegalHold(shop.organisation(), false));
        send(new ChangeRetention(shop.organisation(), null));
        prune();

        assertThat(pruned()).isGreaterThan(BATCH);
        assertThat(isDone()).isTrue();
    }

    @Test
    void anOrganisationIsPrunedOnceADay() {
        prune();
        long horizon = horizon();
        send(new ChangeRetention(shop.organisation(), 1));
        send(new ChangeRetention(shop.organisation(), 0));
        int project = NODE.get(Ids.class).next(Ids.Kind.PROJECT);
        var settings = new ProjectSettings("Another", false, false, false, true, null, 30, null, false, false);
        shop.send(new CreateProject(project, UUID.randomUUID(), shop.organisation(), settings));

        prune();
        assertThat(horizon()).isEqualTo(horizon);

        pruner(Duration.ofDays(1)).pruneAll();
        assertThat(horizon()).isGreaterThan(horizon);
    }

    private void hold() {
        send(new ChangeLegalHold(shop.organisation(), true));
    }

    private static void send(LedgerCommand command) {
        NODE.get(Commands.class).send(command, Attribution.SYSTEM);
    }

    private void prune() {
        pruner(Duration.ZERO).pruneAll();
    }

    private EventPruner pruner(Duration later) {
        var pruning = new EventPruning(
                jdbc,
                NODE.get(JdbcTemplate.class),
                batches,
                NODE.get(CanonicalSerializer.class),
                EventCatalogue.namesOf(AboutRetention.class),
                "organisation.legal-hold-placed");
        var clock = Clock.offset(Clock.systemUTC(), later.plusMinutes(1));
        var log = NODE.get(EventLog.class);
        return new EventPruner(history(), log, pruning, NODE.get(Commands.class), clock, BATCH, Duration.ZERO);
    }

    @SuppressWarnings("unchecked") // there is no other
    private static History<Installation> history() {
        return NODE.get(History.class);
    }

    private long horizon() {
        return history()
                .state()
                .organisation(shop.organisation())
                .orElseThrow()
                .retention()
                .prunedTo();
    }

    private long pruned() {
        return number("select count(*) from ledger.event where entry is null and organisation_id = ?");
    }

    private long unpruned() {
        return number(
                "select count(*) from ledger.event where entry is not null and payload_type not like"
                        + " 'organisation.retention%' and payload_type <> 'organisation.events-pruned' and organisation_id = ?");
    }

    private boolean isDone() {
        return number("select count(*) from ledger.pruned where done = horizon and organisation_id = ?") == 1;
    }

    private long number(String query) {
        return jdbc.sql(query).param(shop.organisation()).query(Long.class).single();
    }
}
