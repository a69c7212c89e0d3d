package dev.flagledger.query.event.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.identity.log.IdentityStep;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.query.event.table.RequestedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityStepsTest {

    private static final Actor ANA = Actor.user(Shop.ANA, "ana@example.test");
    private static final Actor APPLICATION = Actor.sdk(Shop.LIVE);
    private static final IdentityEvent CHANGED = new TraitsChanged(Shop.LIVE, Shop.USER_88, List.of(), List.of("plan"));
    private static final IdentityEvent RENAMED = new IdentityRenamed(Shop.LIVE, Shop.USER_88, "user-89");
    private static final RequestedEvent EDIT = new RequestedEvent("one", "managed-identity.traits-changed");

    @Test
    void whatTheTeamDecidedIsFoundByItsRequestAndLeftOut() {
        var edit = step(1, ANA, "one", CHANGED);
        var report = step(2, APPLICATION, "one", CHANGED);
        var removalFromAll = step(3, ANA, "three", CHANGED);
        var steps = new IdentitySteps(List.of(edit, report, removalFromAll));

        assertThat(steps.requests()).containsExactlyInAnyOrder("one", "three");
        assertThat(steps.with(EDIT)).contains(edit);
        assertThat(steps.without(Set.of(EDIT))).containsExactly(report, removalFromAll);
    }

    @Test
    void anEventOfTheSameRequestHasTheStepOfItsKind() {
        var edit = step(1, ANA, "one", CHANGED);
        var renaming = step(2, ANA, "one", RENAMED);
        var steps = new IdentitySteps(List.of(edit, renaming));

        assertThat(steps.with(new RequestedEvent("one", "managed-identity.renamed")))
                .contains(renaming);
        assertThat(steps.with(new RequestedEvent("one", "managed-identity.override-created")))
                .isEmpty();
        assertThat(steps.without(Set.of(EDIT))).containsExactly(renaming);
    }

    /** Senders may name their requests, and all alike. */
    @Test
    void whichOfSeveralStepsOfTheSameRequestAndKindIsMeantIsUnknown() {
        var steps = new IdentitySteps(List.of(step(1, ANA, "one", CHANGED), step(2, ANA, "one", CHANGED)));

        assertThat(steps.with(EDIT)).isEmpty();
        assertThat(steps.without(Set.of(EDIT))).isEmpty();
    }

    private static IdentityStep step(long sequence, Actor actor, String request, IdentityEvent event) {
        var by = new Attribution(actor, request, null, null, null);
        return new IdentityStep(
                new UUID(0, sequence), sequence, Instant.EPOCH, by, event, Optional.empty(), Optional.empty());
    }
}
