package dev.flagledger.installation.identity.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.log.store.TestLog;
import dev.flagledger.ledger.log.stream.StreamLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IdentityHistoryTest {

    private static final TestLog LOG = TestLog.fresh();

    private final IdentityNodes nodes = new IdentityNodes(LOG);
    private final IdentityLog identities = nodes.node();
    private final StreamLog streams = LOG.streams(_ -> List.of());
    private final IdentityHistory history = new IdentityHistory(streams);
    private final int environment = nodes.environment();

    @AfterAll
    static void close() {
        LOG.close();
    }

    @Test
    void eachEventHasTheStatesBeforeAndAfterIt() {
        var bob = nodes.create("bob", IdentityNodes.plan());
        var renamed = identities.handle(new RenameIdentity(environment, bob.id(), "Robert"), IdentityNodes.BY);
        var poor = identities.handle(removal(bob, "plan"), IdentityNodes.BY);
        identities.handle(new DeleteIdentity(environment, bob.id()), IdentityNodes.BY);

        var steps = all(bob.id());

        assertThat(steps)
                .extracting(step -> step.event().getClass().getSimpleName())
                .containsExactly(
                        IdentityCreated.class.getSimpleName(),
                        IdentityRenamed.class.getSimpleName(),
                        TraitsChanged.class.getSimpleName(),
                        IdentityDeleted.class.getSimpleName());
        assertThat(steps).extracting(IdentityStep::by).containsOnly(IdentityNodes.BY);
        assertThat(steps).extracting(IdentityStep::sequence).containsExactly(0L, 1L, 2L, 3L);
        assertThat(steps)
                .extracting(IdentityStep::after)
                .containsExactly(Optional.of(bob), Optional.of(renamed), Optional.of(poor), Optional.empty());
        assertThat(steps)
                .extracting(IdentityStep::before)
                .containsExactly(Optional.empty(), Optional.of(bob), Optional.of(renamed), Optional.of(poor));
    }

    @Test
    void anUnknownIdentityHasNoHistory() {
        var bob = nodes.create("bob");

        assertThat(all(IdentityNodes.id())).isEmpty();
        assertThat(history.includes(environment, IdentityNodes.id())).isFalse();
        assertThat(history.includes(IdentityNodes.id(), bob.id())).isFalse();
        assertThat(history.includes(environment, bob.id())).isTrue();
        assertThat(history.lastIdentifier(environment, IdentityNodes.id())).isEmpty();
    }

    @Test
    void theLastIdentifierIsKnownAfterTheDeletion() {
        var bob = nodes.create("bob");
        identities.handle(new RenameIdentity(environment, bob.id(), "Robert"), IdentityNodes.BY);
        assertThat(history.lastIdentifier(environment, bob.id())).contains("Robert");

        identities.handle(new DeleteIdentity(environment, bob.id()), IdentityNodes.BY);
        assertThat(history.lastIdentifier(environment, bob.id())).contains("Robert");
    }

    @Test
    void aChangeOfTraitsIsReportedUnlessItChangesNothing() {
        var bob = nodes.create("bob", IdentityNodes.plan());

        assertThat(identities.traitsChanged(removal(bob, "plan"), IdentityNodes.BY))
                .contains(new TraitsChanged(environment, bob.id(), List.of(), List.of("plan")));
        assertThat(identities.traitsChanged(removal(bob, "plan"), IdentityNodes.BY))
                .isEmpty();
        assertThat(all(bob.id())).hasSize(2);
    }

    /** Of each number of newest events, as of all of them. */
    @Test
    void aPartOfAHistoryHasTheSameChanges() {
        var bob = nodes.create("bob", IdentityNodes.plan(), trait("age", "30"));
        identities.handle(setting(bob, trait("age", "31")), IdentityNodes.BY);
        identities.handle(removal(bob, "plan"), IdentityNodes.BY);
        identities.handle(new RenameIdentity(environment, bob.id(), "Robert"), IdentityNodes.BY);
        identities.handle(setting(bob, trait("plan", "free"), trait("age", "32")), IdentityNodes.BY);
        identities.handle(setting(bob, trait("size", "9")), IdentityNodes.BY);
        identities.handle(new DeleteIdentity(environment, bob.id()), IdentityNodes.BY);
        var all = all(bob.id());

        for (long end = 1; end <= all.size(); end++) {
            for (int count = 1; count <= end; count++) {
                var part = history.steps(
                        environment,
                        bob.id(),
                        streams.newest(IdentityCommand.streamOf(environment, bob.id()), end, null, count));
                assertThat(part)
                        .extracting(IdentityHistoryTest::told)
                        .isEqualTo(all.subList((int) end - count, (int) end).stream()
                                .map(IdentityHistoryTest::told)
                                .toList());
            }
        }
    }

    /** What is told of a step: the names and the changed traits, by their values. */
    private static List<Object> told(IdentityStep step) {
        var keys = Stream.of("age", "plan", "size")
                .filter(key -> !value(step.before(), key).equals(value(step.after(), key)))
                .map(key -> key + value(step.before(), key) + value(step.after(), key))
                .toList();
        return List.of(
                step.sequence(),
                step.event(),
                step.before().map(IdentityState::identifier),
                step.after().map(IdentityState::identifier),
                keys);
    }

    private static Optional<String> value(Optional<IdentityState> state, String key) {
        return state.flatMap(known -> known.trait(key)).map(Trait::value);
    }

    private List<IdentityStep> all(int identity) {
        return history.newest(
                        environment, identity, new IdentityHistory.Wanted(null, null, _ -> true, Integer.MAX_VALUE))
                .steps();
    }

    private static Trait trait(String key, String value) {
        return new Trait(IdentityNodes.id(), key, Trait.Type.UNICODE, value);
    }

    private ChangeTraits setting(IdentityState of, Trait... traits) {
        return new ChangeTraits(environment, of.id(), List.of(traits), List.of());
    }

    private ChangeTraits removal(IdentityState of, String key) {
        return new ChangeTraits(environment, of.id(), List.of(), List.of(key));
    }
}
