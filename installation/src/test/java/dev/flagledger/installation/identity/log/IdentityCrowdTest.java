package dev.flagledger.installation.identity.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.log.store.TestLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Concurrent reports of identities on several nodes. */
class IdentityCrowdTest {

    private static final TestLog LOG = TestLog.fresh();

    private final IdentityNodes nodes = new IdentityNodes(LOG);
    private final IdentityReader reader = nodes.reader();
    private final IdentityLog identities = nodes.node();
    private final int environment = nodes.environment();

    @AfterAll
    static void close() {
        LOG.close();
    }

    @Test
    void ofConcurrentCreationsOneSucceeds() throws Exception {
        for (int round = 0; round < 10; round++) {
            var name = "crowd-" + round;
            List<Callable<Optional<IdentityState>>> callers = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                int id = IdentityNodes.id();
                var node = nodes.node();
                callers.add(() -> node.create(new CreateIdentity(environment, id, name, List.of()), IdentityNodes.BY));
            }
            assertThat(all(callers)).filteredOn(Optional::isPresent).containsExactly(reader.named(environment, name));
        }
    }

    @Test
    void noConcurrentChangeIsLost() throws Exception {
        var bob = nodes.create("bob");
        List<Callable<IdentityState>> callers = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            var own = new Trait(IdentityNodes.id(), "k" + caller, Trait.Type.INT, "1");
            int logins = IdentityNodes.id();
            var node = nodes.node();
            callers.add(() -> {
                node.handle(new ChangeTraits(environment, bob.id(), List.of(own), List.of()), IdentityNodes.BY, bob);
                return node.handle(
                        new IncrementTrait(environment, bob.id(), logins, "logins", 1), IdentityNodes.BY, bob);
            });
        }
        all(callers);

        var now = reader.find(environment, bob.id()).orElseThrow();
        assertThat(now.traits()).hasSize(9);
        assertThat(now.trait("logins").map(Trait::value)).contains("8");
        assertThat(now.version()).isEqualTo(16);
        assertThat(identities.asOf(environment, bob.id(), Instant.MAX)).contains(now);
    }

    /** Callers report in different orders, so that batches of nodes contain the same rows in different orders. */
    @Test
    void nodesThatReportTheSameIdentitiesDoNotDeadlock() throws Exception {
        var names = IntStream.range(0, 40).mapToObj(number -> "face-" + number).toList();
        var three = List.of(nodes.node(), nodes.node(), nodes.node());
        List<Callable<Optional<IdentityState>>> namings = new ArrayList<>();
        List<Callable<IdentityState>> changes = new ArrayList<>();
        for (var node : three) {
            for (var name : shuffled(names)) {
                int id = IdentityNodes.id();
                int trait = IdentityNodes.id();
                int logins = IdentityNodes.id();
                var traits = List.of(new Trait(trait, "plan", Trait.Type.UNICODE, "pro"));
                namings.add(() -> node.create(new CreateIdentity(environment, id, name, traits), IdentityNodes.BY));
                changes.add(() -> {
                    var known = reader.named(environment, name).orElseThrow();
                    return node.handle(
                            new IncrementTrait(environment, known.id(), logins, "logins", 1), IdentityNodes.BY, known);
                });
            }
        }

        assertThat(all(namings)).filteredOn(Optional::isPresent).hasSize(names.size());
        all(changes);

        for (var name : names) {
            var now = reader.named(environment, name).orElseThrow();
            assertThat(now.trait("logins").map(Trait::value)).contains("3");
            assertThat(now.trait("plan").map(Trait::value)).contains("pro");
            assertThat(identities.asOf(environment, now.id(), Instant.MAX)).contains(now);
        }
    }

    @Test
    void concurrentLookupsShareAStatement() throws Exception {
        var known = IntStream.range(0, 20)
                .mapToObj(number -> nodes.create(
                        "known-" + number, new Trait(IdentityNodes.id(), "number", Trait.Type.INT, "" + number)))
                .toList();
        List<Callable<Optional<IdentityState>>> looks = new ArrayList<>();
        for (int number = 0; number < known.size(); number++) {
            var name = "known-" + number;
            looks.add(() -> reader.named(environment, name));
            looks.add(() -> reader.named(environment, "un" + name));
        }

        var found = all(looks);

        for (int number = 0; number < known.size(); number++) {
            assertThat(found.get(2 * number)).contains(known.get(number));
            assertThat(found.get(2 * number + 1)).isEmpty();
        }
    }

    @Test
    void aRejectedCommandDoesNotAffectTheOthersOfItsBatch() throws Exception {
        int over = IdentityNodes.id();
        LOG.end(new EventScope(1, 7, over, "environment:" + over));
        nodes.create("taken");
        List<Callable<Optional<IdentityState>>> callers = new ArrayList<>();
        for (int caller = 0; caller < 12; caller++) {
            int id = IdentityNodes.id();
            var command = switch (caller % 3) {
                case 0 -> new CreateIdentity(over, id, "late", List.of());
                case 1 -> new CreateIdentity(environment, id, "taken", List.of());
                default -> new CreateIdentity(environment, id, "new-" + caller, List.of(IdentityNodes.plan()));
            };
            callers.add(() -> identities.create(command, IdentityNodes.BY));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(callers);
            for (int caller = 0; caller < results.size(); caller++) {
                var result = results.get(caller);
                switch (caller % 3) {
                    case 0 -> assertThatThrownBy(result::get).hasRootCauseInstanceOf(Rejected.class);
                    case 1 -> assertThat(result.get()).isEmpty();
                    default -> assertThat(result.get()).isEqualTo(reader.named(environment, "new-" + caller));
                }
            }
        }
    }

    private static <T> List<T> shuffled(List<T> list) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled);
        return shuffled;
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
}
