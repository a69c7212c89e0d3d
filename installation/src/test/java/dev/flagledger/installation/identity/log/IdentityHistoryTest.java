package dev.flagledger.installation.identity.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.ledger.log.store.TestLog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IdentityHistoryTest {

    private static final TestLog LOG = TestLog.fresh();

    private final IdentityNodes nodes = new IdentityNodes(LOG);
    private final IdentityLog identities = nodes.node();
    private final IdentityHistory history = new IdentityHistory(LOG.streams(_ -> List.of()));
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

        var steps = history.of(environment, bob.id());

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

        assertThat(history.of(environment, IdentityNodes.id())).isEmpty();
        assertThat(history.of(IdentityNodes.id(), bob.id())).isEmpty();
    }

    @Test
    void aChangeOfTraitsIsReportedUnlessItChangesNothing() {
        var bob = nodes.create("bob", IdentityNodes.plan());

        assertThat(identities.traitsChanged(removal(bob, "plan"), IdentityNodes.BY))
                .contains(new TraitsChanged(environment, bob.id(), List.of(), List.of("plan")));
        assertThat(identities.traitsChanged(removal(bob, "plan"), IdentityNodes.BY))
                .isEmpty();
        assertThat(history.of(environment, bob.id())).hasSize(2);
    }

    private ChangeTraits removal(IdentityState of, String key) {
        return new ChangeTraits(environment, of.id(), List.of(), List.of(key));
    }
}
