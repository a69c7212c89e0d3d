package dev.flagledger.installation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.TestLog;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** Identities, their rows and their log, as several nodes write them at once. */
class IdentityLogTest {

    private static final TestLog LOG = TestLog.fresh();
    private static final Attribution BY = Attribution.SYSTEM;
    private static int last;

    private final IdentityReader reader = new IdentityReader(LOG.template());
    private final IdentityLog identities = node();

    private final Trait plan = new Trait(++last, "plan", Trait.Type.UNICODE, "pro");

    /** Of all that a test makes, environments are the most: each has its own. */
    private final int environment = ++last;

    @AfterAll
    static void close() {
        LOG.close();
    }

    private IdentityLog node() {
        ContextResolver contexts = events -> events.stream()
                .map(event -> (IdentityEvent) event.getPayload())
                .map(event -> new AppendContext(
                        new EventScope(1, 7, event.environmentId(), "identity:" + event.identityId()),
                        List.of(),
                        false))
                .toList();
        return new IdentityLog(
                LOG.streams(contexts),
                reader,
                (_, _) -> {},
                new IdentityChanges(),
                kind -> new Rejected(new Rejection.Missing(kind)));
    }

    @Test
    void whatIsRecordedIsInTheRowsAtOnce() {
        var bob = create("bob", plan);

        assertThat(reader.named(environment, "bob")).contains(bob);
        var changed = identities.handle(new IncrementTrait(environment, bob.id(), ++last, "logins", 2), BY);
        assertThat(reader.find(environment, bob.id())).contains(changed);
        var renamed = identities.handle(new RenameIdentity(environment, bob.id(), "Robert"), BY);
        assertThat(reader.named(environment, "Robert")).contains(renamed);
        assertThat(reader.named(environment, "bob")).isEmpty();
        identities.handle(new DeleteIdentity(environment, bob.id()), BY);
        assertThat(reader.find(environment, bob.id())).isEmpty();
        assertThat(LOG.jdbc()
                        .sql("select count(*) from trait where trait.identity_id = :id")
                        .param("id", bob.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ofManyWhoNameSomebodyAtOnceOneIsFirstAndTheOthersAreTold() throws Exception {
        for (int round = 0; round < 10; round++) {
            var name = "crowd-" + round;
            List<Callable<Optional<IdentityState>>> callers = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                int id = ++last;
                var node = node();
                callers.add(() -> node.create(new CreateIdentity(environment, id, name, List.of()), BY));
            }
            assertThat(all(callers)).filteredOn(Optional::isPresent).containsExactly(reader.named(environment, name));
        }
    }

    @Test
    void nothingThatManyAddAtOnceIsLost() throws Exception {
        var bob = create("bob");
        List<Callable<IdentityState>> callers = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            var own = new Trait(++last, "k" + caller, Trait.Type.INT, "1");
            int logins = ++last;
            var node = node();
            callers.add(() -> {
                node.handle(new ChangeTraits(environment, bob.id(), List.of(own), List.of()), BY, bob);
                return node.handle(new IncrementTrait(environment, bob.id(), logins, "logins", 1), BY, bob);
            });
        }
        all(callers);

        var now = reader.find(environment, bob.id()).orElseThrow();
        assertThat(now.traits()).hasSize(9);
        assertThat(now.trait("logins").map(Trait::value)).contains("8");
        assertThat(now.version()).isEqualTo(16);
        assertThat(identities.asOf(environment, bob.id(), Instant.MAX)).contains(now);
    }

    @Test
    void aNameIsTakenOnce() {
        create("bob");
        var al = create("al");

        assertThat(identities.create(new CreateIdentity(environment, ++last, "bob", List.of()), BY))
                .isEmpty();
        assertRefused(
                () -> identities.handle(new RenameIdentity(environment, al.id(), "bob"), BY),
                new Rejection.Taken(Claim.Kind.IDENTIFIER));
        assertThat(reader.find(environment, al.id())).contains(al);
    }

    @Test
    void whatIsNoLongerThereTakesNothing() {
        var bob = create("bob", plan);
        var rename = new RenameIdentity(environment, bob.id(), "Robert");
        identities.handle(new DeleteIdentity(environment, bob.id()), BY);

        assertRefused(() -> identities.handle(rename, BY), new Rejection.Missing("Identity"));
        assertRefused(() -> identities.handle(rename, BY, bob), new Rejection.Missing("Identity"));
        assertThat(create("bob").id()).isNotEqualTo(bob.id());
    }

    @Test
    void nothingIsAppendedToAnEnvironmentThatEnds() throws Exception {
        var bob = create("bob", plan);
        var rename = new RenameIdentity(environment, bob.id(), "Robert");
        var scope = new EventScope(1, 7, environment, "environment:" + environment);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> renamed;
            var transaction = LOG.transactions().startTransaction();
            LOG.end(scope);
            renamed = threads.submit(() -> identities.handle(rename, BY));
            assertThat(renamed).isNotDone();
            transaction.commit();
            assertThatThrownBy(renamed::get).hasRootCauseInstanceOf(Rejected.class);
        }
        assertRefused(() -> create("al"), new Rejection.Missing("environment"));
        assertThat(reader.find(environment, bob.id())).contains(bob);

        new IdentityCleanup(LOG.jdbc(), TransactionOperations.withoutTransaction()).remove();

        assertThat(reader.find(environment, bob.id())).isEmpty();
        assertThat(identities.asOf(environment, bob.id(), Instant.MAX)).contains(bob);
    }

    @Test
    void anIdentityIsReadAsItWasAtAnyInstant() {
        var before = Instant.now();
        var bob = create("bob", new Trait(++last, "plan", Trait.Type.UNICODE, "free"));
        var states = new ArrayList<IdentityState>(List.of(bob));
        for (int number = 0; number < 5; number++) {
            var next = new Trait(++last, "n", Trait.Type.INT, Integer.toString(number));
            states.add(identities.handle(new ChangeTraits(environment, bob.id(), List.of(next), List.of()), BY));
        }
        identities.handle(new DeleteIdentity(environment, bob.id()), BY);

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

    private IdentityState create(String name, Trait... traits) {
        int id = ++last;
        return identities
                .create(new CreateIdentity(environment, id, name, List.of(traits)), BY)
                .orElseThrow();
    }

    private static <T> List<T> all(List<Callable<T>> callers) throws Exception {
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(callers)) {
                results.add(result.get());
            }
        }
        return results;
    }

    private static void assertRefused(Runnable asking, Rejection rejection) {
        assertThatThrownBy(asking::run)
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.rejection()).isEqualTo(rejection));
    }
}
