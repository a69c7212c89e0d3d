package dev.flagledger.installation.identity.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.installation.identity.log.IdentityNodes;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.ledger.log.store.TestLog;
import dev.flagledger.ledger.projection.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rebuilds of rows that are read and changed meanwhile. */
class RebuildsInUseTest {

    private static final TestLog LOG = TestLog.fresh();
    private static final int NODES = 3;
    private static final int LOGINS = 40;

    private final IdentityNodes nodes = new IdentityNodes(LOG);
    private final Rebuilds rebuilds = new Rebuilds(LOG, nodes);
    private final int environment = nodes.environment();

    @AfterAll
    static void close() {
        LOG.close();
    }

    /** Damages rows and rebuilds them, again and again, while nodes count logins, create and delete. */
    @Test
    void noConcurrentChangeIsLost() throws Exception {
        var known = IntStream.range(0, 10)
                .mapToObj(number -> nodes.create("known-" + number, IdentityNodes.plan()))
                .toList();
        int rounds = 0;
        long repaired = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, NODES)
                    .<Future<?>>mapToObj(node -> threads.submit(() -> work(node, known)))
                    .toList();
            while (!working.stream().allMatch(Future::isDone)) {
                rebuilds.damage(
                        "delete from installation.trait where trait_key = 'plan' and identity_id % 2 = PARITY",
                        Map.of("PARITY", rounds % 2));
                rebuilds.damage(
                        "update installation.identity set folded = '' where id % 3 = PARITY",
                        Map.of("PARITY", rounds % 3));
                repaired += rebuilds.run().differing();
                rounds++;
            }
            for (var worker : working) {
                worker.get();
            }
        }
        assertThat(repaired).isPositive();
        assertThat(rebuilds.run().failure()).isNull();
        for (var identity : known) {
            var now = nodes.reader().find(environment, identity.id()).orElseThrow();
            assertThat(now.trait("logins").map(Trait::value)).contains(Integer.toString(NODES * LOGINS));
            assertThat(now.trait("plan")).isEqualTo(identity.trait("plan"));
            assertThat(nodes.node().asOf(environment, identity.id(), Instant.MAX))
                    .contains(now);
        }
        assertThat(rebuilds.run().differing()).isZero();
    }

    private void work(int node, List<IdentityState> known) {
        var own = nodes.node();
        for (int login = 0; login < LOGINS; login++) {
            for (var identity : known) {
                own.handle(
                        new IncrementTrait(environment, identity.id(), IdentityNodes.id(), "logins", 1),
                        IdentityNodes.BY,
                        identity);
            }
            var passing = nodes.create("passing-" + node + "-" + login, IdentityNodes.plan());
            own.handle(new DeleteIdentity(environment, passing.id()), IdentityNodes.BY);
        }
    }

    @Test
    void aSecondOneIsRefusedWhileOneRuns() {
        var bob = nodes.create("bob", IdentityNodes.plan());
        var rebuild = rebuilds.rebuild();
        rebuilds.damage("update installation.identity set version = 9 where id = BOB", Map.of("BOB", bob.id()));
        var others = LOG.transactions().startTransaction();
        LOG.jdbc()
                .sql("select identity.id from installation.identity where identity.id = :id for update")
                .param("id", bob.id())
                .query()
                .listOfRows();

        assertThat(rebuild.tryStart()).isTrue();
        await().until(() ->
                rebuild.progress().map(Progress::of).filter(of -> of > 0).isPresent());
        assertThat(rebuild.tryStart()).isFalse();
        assertThat(rebuild.result()).isEmpty();

        others.rollback();
        assertThat(rebuilds.result().differing()).isOne();
        assertThat(rebuild.progress()).isEmpty();
        assertThat(rebuild.tryStart()).isTrue();
        assertThat(rebuilds.result().differing()).isZero();
    }

    @Test
    void aChangeThatWasDecidedBeforeARebuildIsDecidedAgain() {
        var bob = nodes.create("bob", IdentityNodes.plan());
        rebuilds.damage("delete from installation.trait where identity_id = BOB", Map.of("BOB", bob.id()));
        var damaged = nodes.reader().find(environment, bob.id()).orElseThrow();
        assertThat(damaged.traits()).isEmpty();
        rebuilds.run();

        var plan = new Trait(IdentityNodes.id(), "plan", Trait.Type.UNICODE, "free");
        var changed = nodes.node()
                .handle(new ChangeTraits(environment, bob.id(), List.of(plan), List.of()), IdentityNodes.BY, damaged);

        assertThat(nodes.reader().find(environment, bob.id())).contains(changed);
        assertThat(rebuilds.run().differing()).isZero();
    }

    @Test
    void aFailureIsReported() {
        try (var log = TestLog.fresh()) {
            var failing = new Rebuilds(log, new IdentityNodes(log));
            log.jdbc().sql("""
                            insert into ledger.stream_event (stream, sequence_number, recorded_at, payload_type, payload_revision, entry,
                                leaf)
                            values ('identity-1-1', 0, now(), 'identity.beamed-up', 1, '', '')""").update();

            assertThat(failing.run().failure()).contains("An entry has null");
            assertThat(failing.rebuild().tryStart()).isTrue();
            failing.result();
        }
    }
}
