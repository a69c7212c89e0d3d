package dev.flagledger.engine.state.organisation.invite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.InviteEvent.InviteAccepted;
import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.event.InviteEvent.InviteDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkCreated;
import dev.flagledger.api.event.InviteEvent.InviteLinkDeleted;
import dev.flagledger.api.event.InviteEvent.InviteLinkUsed;
import dev.flagledger.api.event.InviteEvent.InviteRepeated;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InvitationsTest {

    private static final Instant END = Instant.parse("2031-01-02T00:00:00Z");
    private static final int ACME = Shop.ORGANISATION;

    private final History history = Shop.open();

    @Test
    void aCreatedInviteIsOpen() {
        create();

        var open = invitations().to("EVE@example.test").orElseThrow();
        assertThat(open)
                .isEqualTo(new Invite(
                        8,
                        77,
                        "eve@example.test",
                        Role.USER,
                        List.of(5),
                        history.last().at(),
                        open.invitedBy()));
        assertThat(invitations().to("bo@example.test")).isEmpty();
    }

    @Test
    void anInviteThatIsSentAgainStays() {
        create();
        var before = invitations();
        history.then(new InviteRepeated(ACME, 8));

        assertThat(invitations()).isEqualTo(before);
    }

    @Test
    void aGroupThatIsDeletedIsNotOfferedAnyMore() {
        history.then(new GroupCreated(ACME, 5, new GroupDetails("Ops", false, null)));
        create();
        history.then(new GroupDeleted(ACME, 5));

        assertThat(invitations().to("eve@example.test").orElseThrow().groups()).isEmpty();
    }

    /** An identity provider must not bring them back. */
    @Test
    void formerMembersAreKnownUntilTheyReturn() {
        history.then(new MemberRemoved(ACME, Shop.BO));
        assertThat(invitations().former()).containsExactly(Shop.BO);

        history.then(new MemberJoined(ACME, Shop.BO, Role.USER));
        assertThat(invitations().former()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void anInviteEndsOnce(InviteEvent end) {
        create();
        history.then(end);

        assertThat(invitations()).isEqualTo(Invitations.NONE);
    }

    static List<InviteEvent> anInviteEndsOnce() {
        return List.of(new InviteAccepted(ACME, 8, 77), new InviteDeleted(ACME, 8));
    }

    @Test
    void aLinkIsValidUntilItExpires() {
        history.then(new InviteLinkCreated(ACME, 9, Role.ADMIN, END)).then(new InviteLinkUsed(ACME, 9, 77));

        var link = Objects.requireNonNull(invitations().links().get(9));
        assertThat(link.hasExpired(END.minusSeconds(1))).isFalse();
        assertThat(link.hasExpired(END)).isTrue();
        assertThat(new InviteLink(9, Role.USER, END, null).hasExpired(Instant.MAX))
                .isFalse();

        history.then(new InviteLinkDeleted(ACME, 9));
        assertThat(invitations().links()).isEmpty();
    }

    @Test
    void theRoleOfAMemberChanges() {
        history.then(new MemberRoleChanged(ACME, Shop.BO, Role.ADMIN));

        assertThat(history.state().organisation(ACME).orElseThrow().members())
                .isEqualTo(Map.of(Shop.ANA, Role.ADMIN, Shop.BO, Role.ADMIN));
    }

    private void create() {
        history.then(new InviteCreated(ACME, 8, 77, "eve@example.test", Role.USER, List.of(5)));
    }

    private Invitations invitations() {
        return history.state().organisation(ACME).orElseThrow().access().invitations();
    }
}
