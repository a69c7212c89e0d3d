package dev.flagledger.command.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Claim;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.group.GroupCommand.CreateGroup;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.invite.InviteCommand.AcceptInvite;
import dev.flagledger.api.invite.InviteCommand.CreateInvite;
import dev.flagledger.api.invite.InviteCommand.DeleteInvite;
import dev.flagledger.api.invite.InviteLinkCommand.CreateInviteLink;
import dev.flagledger.api.invite.InviteLinkCommand.JoinByLink;
import dev.flagledger.api.organisation.OrganisationCommand.DeleteOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.LeaveOrganisation;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.context.TestContexts;
import dev.flagledger.command.organisation.MemberAdmission;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.invite.Invitations;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JoiningTest {

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, Joining.class, MemberAdmission.class);

    private final Ids ids = NODE.get(Ids.class);
    private final InviteHashes hashes = NODE.get(InviteHashes.class);
    private final FoundedShop shop = new FoundedShop(NODE);
    private final int bo = ids.next(Ids.Kind.USER);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void anAcceptedInviteMakesAMember() {
        int invite = invite();
        sentByBo(new AcceptInvite(invite, bo, "bo@ex.test"));

        assertThat(organisation().members()).containsEntry(bo, Role.ADMIN);
        assertThat(invitations()).isEqualTo(Invitations.NONE);
        assertThat(hashes.find(InviteHashes.Kind.INVITE, "hash-" + invite)).isEmpty();
        assertMissing(new AcceptInvite(invite, bo, "bo@ex.test"), "invite");
    }

    @Test
    void aNewMemberJoinsTheDefaultGroupsAndThoseOfTheInvite() {
        int everybody = group(true);
        int invited = group(false);
        group(false);
        sentByBo(new AcceptInvite(invite(invited, 2_000_000_000), bo, "bo@ex.test"));
        assertThat(organisation().access().groups().of(bo)).containsExactlyInAnyOrder(everybody, invited);

        sentByBo(new LeaveOrganisation(shop.organisation(), bo));
        assertThat(organisation().access().groups().of(bo)).isEmpty();
    }

    private int group(boolean isDefault) {
        int id = ids.next(Ids.Kind.GROUP);
        shop.send(new CreateGroup(shop.organisation(), id, new GroupDetails("Group " + id, isDefault, null)));
        return id;
    }

    @Test
    void anAddressHasOneOpenInvite() {
        int first = invite();
        assertThatThrownBy(() -> invite())
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Taken(Claim.Kind.INVITE).toString());

        shop.send(new DeleteInvite(shop.organisation(), first));
        int second = invite();
        sentByBo(new AcceptInvite(second, bo, "bo@ex.test"));
        invite();

        assertThat(invitations().invites()).hasSize(1);
    }

    @Test
    void nobodyJoinsForSomebodyElse() {
        int invite = invite();

        assertThatThrownBy(() -> shop.send(new AcceptInvite(invite, bo, "bo@ex.test")))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Forbidden().toString());
    }

    @Test
    void aLinkMakesMembersAgainAndAgain() {
        int link = ids.next(Ids.Kind.INVITE_LINK);
        shop.send(new CreateInviteLink(shop.organisation(), link, Role.USER, null));
        var join = new JoinByLink(link, bo, Instant.EPOCH);
        sentByBo(join);
        assertThat(organisation().members()).containsEntry(bo, Role.USER);

        long before = NODE.get(EventLog.class).head();
        sentByBo(join);
        assertThat(NODE.get(EventLog.class).head()).as("a member joins again").isEqualTo(before);

        sentByBo(new LeaveOrganisation(shop.organisation(), bo));
        assertThat(organisation().members()).doesNotContainKey(bo);
        sentByBo(join);
        assertThat(organisation().members()).containsEntry(bo, Role.USER);
    }

    @Test
    void anInvitationEndsWithItsOrganisation() {
        int invite = invite();
        int link = ids.next(Ids.Kind.INVITE_LINK);
        shop.send(new CreateInviteLink(shop.organisation(), link, Role.USER, null));

        shop.send(new DeleteOrganisation(shop.organisation()));

        assertThat(hashes.find(InviteHashes.Kind.INVITE, "hash-" + invite)).isEmpty();
        assertMissing(new AcceptInvite(invite, bo, "bo@ex.test"), "organisation");
        assertMissing(new JoinByLink(link, bo, Instant.EPOCH), "organisation");
    }

    private void assertMissing(LedgerCommand command, String what) {
        assertThatThrownBy(() -> sentByBo(command))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Missing(what).toString());
    }

    private int invite(Integer... groups) {
        int id = ids.next(Ids.Kind.INVITE);
        shop.context()
                .send(
                        new CreateInvite(shop.organisation(), id, bo, "bo@ex.test", Role.ADMIN, List.of(groups)),
                        () -> hashes.store(InviteHashes.Kind.INVITE, id, shop.organisation(), "hash-" + id));
        return id;
    }

    private void sentByBo(LedgerCommand command) {
        TestContexts.of(NODE, Actor.user(bo, "bo@ex.test")).send(command);
    }

    private Organisation organisation() {
        return shop.context().installation().organisation(shop.organisation()).orElseThrow();
    }

    private Invitations invitations() {
        return organisation().access().invitations();
    }
}
