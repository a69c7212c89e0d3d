package dev.flagledger.engine.state.organisation.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.api.event.ScimEvent;
import dev.flagledger.api.event.ScimEvent.ScimConnected;
import dev.flagledger.api.event.ScimEvent.ScimDisconnected;
import dev.flagledger.api.event.ScimEvent.ScimGroupFilled;
import dev.flagledger.api.event.ScimEvent.ScimPersonForgotten;
import dev.flagledger.api.event.ScimEvent.ScimPersonRecorded;
import dev.flagledger.api.event.ScimEvent.ScimTokenChanged;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvisioningTest {

    private static final Instant AT = Instant.parse("2026-11-30T08:00:00Z");

    private final Provisioning known = after(
            Provisioning.NONE,
            new ScimConnected(1),
            new ScimPersonRecorded(1, 5, "bo@example.test", "x", true),
            new ScimGroupFilled(1, 7, List.of(5, 6), List.of()));

    @Test
    void groupsOfKnownPeopleAreRemembered() {
        assertThat(known.groupsOf(5)).containsExactly(7);
        assertThat(known.groupsOf(6)).isEmpty();
        assertThat(after(known, new ScimGroupFilled(1, 7, List.of(), List.of(5)))
                        .groupsOf(5))
                .isEmpty();
    }

    @Test
    void whoIsTakenOutOfAGroupByHandStaysOut() {
        assertThat(known.evolve((GroupEvent) new GroupMembersRemoved(1, 7, List.of(5)))
                        .groupsOf(5))
                .isEmpty();
        assertThat(known.evolve((GroupEvent) new GroupDeleted(1, 7)).groups()).isEmpty();
    }

    @Test
    void whoReturnsIsNotTakenOutAnyMore() {
        assertThat(known.joinedBy(5).person(5).orElseThrow().takenOut()).isFalse();
        assertThat(known.joinedBy(6)).isEqualTo(known);
    }

    @Test
    void nothingOutlastsTheConnection() {
        assertThat(after(known, new ScimPersonForgotten(1, 5)).groups()).isEmpty();
        assertThat(after(known, new ScimDisconnected(1))).isEqualTo(Provisioning.NONE);
        assertThat(after(known, new ScimTokenChanged(1)).connection()).isEqualTo(new Connection(AT, AT));
    }

    private static Provisioning after(Provisioning before, ScimEvent... events) {
        var after = before;
        for (var event : events) {
            after = after.evolve(event, AT);
        }
        return after;
    }
}
