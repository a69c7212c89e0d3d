package dev.flagledger.installation.identity.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.log.EndedObjects;
import dev.flagledger.ledger.log.store.TestLog;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** Commands about identities, their rows and their log. */
class IdentityLogTest {

    private static final TestLog LOG = TestLog.fresh();

    private final IdentityNodes nodes = new IdentityNodes(LOG);
    private final IdentityReader reader = nodes.reader();
    private final IdentityLog identities = nodes.node();
    private final int environment = nodes.environment();
    private final Trait plan = IdentityNodes.plan();

    @AfterAll
    static void close() {
        LOG.close();
    }

    @Test
    void rowsAreUpdatedByTheAppend() {
        var bob = nodes.create("bob", plan);

        assertThat(reader.named(environment, "bob")).contains(bob);
        var changed = identities.handle(
                new IncrementTrait(environment, bob.id(), IdentityNodes.id(), "logins", 2), IdentityNodes.BY);
        assertThat(reader.find(environment, bob.id())).contains(changed);
        var renamed = identities.handle(new RenameIdentity(environment, bob.id(), "Robert"), IdentityNodes.BY);
        assertThat(reader.named(environment, "Robert")).contains(renamed);
        assertThat(reader.named(environment, "bob")).isEmpty();
        identities.handle(new DeleteIdentity(environment, bob.id()), IdentityNodes.BY);
        assertThat(reader.find(environment, bob.id())).isEmpty();
        assertThat(LOG.jdbc()
                        .sql("select count(*) from installation.trait where trait.identity_id = :id")
                        .param("id", bob.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void identifiersAreUnique() {
        nodes.create("bob");
        var al = nodes.create("al");

        assertThat(identities.create(
                        new CreateIdentity(environment, IdentityNodes.id(), "bob", List.of()), IdentityNodes.BY))
                .isEmpty();
        assertRefused(
                () -> identities.handle(new RenameIdentity(environment, al.id(), "bob"), IdentityNodes.BY),
                new Rejection.Taken(Claim.Kind.IDENTIFIER));
        assertThat(reader.find(environment, al.id())).contains(al);
    }

    @Test
    void deletedIdentitiesRejectCommands() {
        var bob = nodes.create("bob", plan);
        var rename = new RenameIdentity(environment, bob.id(), "Robert");
        identities.handle(new DeleteIdentity(environment, bob.id()), IdentityNodes.BY);

        assertRefused(() -> identities.handle(rename, IdentityNodes.BY), new Rejection.Missing("Identity"));
        assertRefused(() -> identities.handle(rename, IdentityNodes.BY, bob), new Rejection.Missing("Identity"));
        assertThat(nodes.create("bob").id()).isNotEqualTo(bob.id());
    }

    @Test
    void deletedEnvironmentsRejectAppends() throws Exception {
        var bob = nodes.create("bob", plan);
        var rename = new RenameIdentity(environment, bob.id(), "Robert");
        var scope = new EventScope(1, 7, environment, "environment:" + environment);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> renamed;
            var transaction = LOG.transactions().startTransaction();
            LOG.end(scope);
            renamed = threads.submit(() -> identities.handle(rename, IdentityNodes.BY));
            assertThat(renamed).isNotDone();
            transaction.commit();
            assertThatThrownBy(renamed::get).hasRootCauseInstanceOf(Rejected.class);
        }
        assertRefused(() -> nodes.create("al"), new Rejection.Missing("environment"));
        assertThat(reader.find(environment, bob.id())).contains(bob);

        new IdentityCleanup(LOG.jdbc(), new EndedObjects(LOG.jdbc()), TransactionOperations.withoutTransaction())
                .remove();

        assertThat(reader.find(environment, bob.id())).isEmpty();
        assertThat(identities.asOf(environment, bob.id(), Instant.MAX)).contains(bob);
    }

    @Test
    void anIdentityCanBeReadAsOfAnInstant() {
        var before = Instant.now();
        var bob = nodes.create("bob", new Trait(IdentityNodes.id(), "plan", Trait.Type.UNICODE, "free"));
        var states = new ArrayList<IdentityState>(List.of(bob));
        for (int number = 0; number < 5; number++) {
            var next = new Trait(IdentityNodes.id(), "n", Trait.Type.INT, Integer.toString(number));
            states.add(identities.handle(
                    new ChangeTraits(environment, bob.id(), List.of(next), List.of()), IdentityNodes.BY));
        }
        identities.handle(new DeleteIdentity(environment, bob.id()), IdentityNodes.BY);

        var recorded = LOG.jdbc()
                .sql("select recorded_at from ledger.stream_event where stream = :stream order by sequence_number")
                .param("stream", "identity-" + environment + "-" + bob.id())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
        assertThat(identities.asOf(environment, bob.id(), before.minusSeconds(1)))
                .isEmpty();
        for (int event = 0; event < states.size(); event++) {
            if (recorded.get(event).isBefore(recorded.get(event + 1))) {
                assertThat(identities.asOf(environment, bob.id(), recorded.get(event)))
                        .contains(states.get(event));
            }
        }
        assertThat(identities.asOf(environment, bob.id(), recorded.getLast())).isEmpty();
    }

    /** Also a trait that was set long before. */
    @Test
    void theLastStateOfADeletedIdentityHasAllTraits() {
        var bob = nodes.create("bob", plan);
        for (int number = 0; number < 60; number++) {
            identities.handle(
                    new IncrementTrait(environment, bob.id(), IdentityNodes.id(), "logins", 1), IdentityNodes.BY);
        }
        var last = reader.find(environment, bob.id());
        identities.handle(new DeleteIdentity(environment, bob.id()), IdentityNodes.BY);

        assertThat(identities.last(environment, bob.id()))
                .isEqualTo(last)
                .hasValueSatisfying(state -> assertThat(state.trait("plan")).contains(plan));
        assertThat(identities.last(environment, IdentityNodes.id())).isEmpty();
    }

    private static void assertRefused(Runnable asking, Rejection rejection) {
        assertThatThrownBy(asking::run)
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.rejection()).isEqualTo(rejection));
    }
}
