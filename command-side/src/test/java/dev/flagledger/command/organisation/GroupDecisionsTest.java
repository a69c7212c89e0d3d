package dev.flagledger.command.organisation;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.GroupEvent.GroupAdminChanged;
import dev.flagledger.api.event.GroupEvent.GroupChanged;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.group.GroupCommand;
import dev.flagledger.api.group.GroupCommand.AddGroupMembers;
import dev.flagledger.api.group.GroupCommand.ChangeGroup;
import dev.flagledger.api.group.GroupCommand.ChangeGroupAdmin;
import dev.flagledger.api.group.GroupCommand.CreateGroup;
import dev.flagledger.api.group.GroupCommand.DeleteGroup;
import dev.flagledger.api.group.GroupCommand.RemoveGroupMembers;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** Ana, 1, is an admin of the organisation; Bo, 2, and Cy, 3, are ordinary members. */
class GroupDecisionsTest {

    private static final GroupDetails OPS = new GroupDetails("Ops", false, "ops");
    private static final GroupDetails ALL = new GroupDetails("All", true, null);
    private static final Actor ANA = Actor.user(1, "ana@example.test");
    private static final Actor BO = Actor.user(2, "bo@example.test");
    private static final List<Object> HISTORY = List.of(
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false)),
            new MemberJoined(2, 1, Role.ADMIN),
            new MemberJoined(2, 2, Role.USER),
            new MemberJoined(2, 3, Role.USER),
            new GroupCreated(2, 61, OPS));

    @Test
    void groupsAreCreatedChangedAndDeleted() {
        sent(new CreateGroup(2, 62, ALL), BO).expectEvents(new GroupCreated(2, 62, ALL));
        sent(new ChangeGroup(2, 61, new Edit<>(OPS, ALL)), BO).expectEvents(new GroupChanged(2, 61, ALL));
        sent(new ChangeGroup(2, 61, new Edit<>(OPS, OPS)), BO).expectNoEvents();
        sent(new DeleteGroup(2, 61), BO).expectEvents(new GroupDeleted(2, 61));
        refused(new DeleteGroup(2, 99), BO, new Rejection.Missing("UserPermissionGroup"));
    }

    @Test
    void anIdAtAnIdentityProviderIsOfOneGroupOnly() {
        var taken = new Rejection.Invalid(Rule.EXTERNAL_GROUP);

        refused(new CreateGroup(2, 62, new GroupDetails("Others", false, "ops")), ANA, taken);
        sent(new CreateGroup(2, 62, new GroupDetails("Ops", false, "others")), ANA)
                .expectSuccessfulHandlerExecution();
        refused(
                new ChangeGroup(2, 62, new Edit<>(ALL, new GroupDetails("All", true, "ops"))),
                ANA,
                taken,
                new GroupCreated(2, 62, ALL));
    }

    @Test
    void onlyMembersOfTheOrganisationJoin() {
        sent(new AddGroupMembers(2, 61, List.of(3, 3, 2)), ANA)
                .expectEvents(new GroupMembersAdded(2, 61, List.of(3, 2)));
        sent(new AddGroupMembers(2, 61, List.of(3)), ANA, new GroupMembersAdded(2, 61, List.of(3)))
                .expectNoEvents();
        refused(new AddGroupMembers(2, 61, List.of(3, 9)), ANA, new Rejection.Missing("FFAdminUser"));
        refused(
                new AddGroupMembers(2, 61, List.of(3)),
                ANA,
                new Rejection.Missing("FFAdminUser"),
                new MemberRemoved(2, 3));
    }

    @Test
    void membersLeave() {
        var joined = new GroupMembersAdded(2, 61, List.of(2, 3));

        sent(new RemoveGroupMembers(2, 61, List.of(3, 1)), ANA, joined)
                .expectEvents(new GroupMembersRemoved(2, 61, List.of(3)));
        sent(new RemoveGroupMembers(2, 61, List.of(3)), ANA, joined, new MemberRemoved(2, 3))
                .expectNoEvents();
    }

    /** Otherwise who manages groups would gain what is granted to any of them. */
    @Test
    void onlyAdminsOfTheOrganisationPutThemselvesInAndOut() {
        var joined = new GroupMembersAdded(2, 61, List.of(2));

        refused(new AddGroupMembers(2, 61, List.of(3, 2)), BO, new Rejection.Oneself(true));
        refused(new RemoveGroupMembers(2, 61, List.of(2)), BO, new Rejection.Oneself(false), joined);
        sent(new AddGroupMembers(2, 61, List.of(1)), ANA).expectSuccessfulHandlerExecution();
        sent(new AddGroupMembers(2, 61, List.of(2)), Actor.apiKey(2, "a key with the number of a member"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void membersOfAGroupBecomeItsAdmins() {
        var joined = new GroupMembersAdded(2, 61, List.of(2));

        sent(new ChangeGroupAdmin(2, 61, 2, true), ANA, joined).expectEvents(new GroupAdminChanged(2, 61, 2, true));
        sent(new ChangeGroupAdmin(2, 61, 2, false), ANA, joined).expectNoEvents();
        refused(new ChangeGroupAdmin(2, 61, 3, true), ANA, new Rejection.Missing("FFAdminUser"), joined);
    }

    @Test
    void newMembersJoinTheDefaultGroups() {
        sent(new AdmitMember(2, 9, Role.USER), Actor.SYSTEM, new GroupCreated(2, 62, ALL), new GroupCreated(2, 63, ALL))
                .expectEvents(
                        new MemberJoined(2, 9, Role.USER),
                        new GroupMembersAdded(2, 62, List.of(9)),
                        new GroupMembersAdded(2, 63, List.of(9)));
    }

    @Test
    void whoIsInvitedJoinsTheChosenGroupsThatThereStillAre() {
        var history = Stream.concat(HISTORY.stream(), Stream.of(new GroupCreated(2, 62, ALL)))
                .toList();

        new AggregateTestFixture<>(Organisation.class)
                .given(history)
                .whenInvoking(
                        "organisation-2", organisation -> organisation.admit(2, 9, Role.USER, List.of(61, 62, 99)))
                .expectEvents(
                        new MemberJoined(2, 9, Role.USER),
                        new GroupMembersAdded(2, 62, List.of(9)),
                        new GroupMembersAdded(2, 61, List.of(9)));
    }

    private static void refused(GroupCommand command, Actor by, Rejection rejection, Object... further) {
        sent(command, by, further).expectException(Rejected.class).expectExceptionMessage(rejection.toString());
    }

    private static ResultValidator<Organisation> sent(LedgerCommand command, Actor by, Object... further) {
        var history = Stream.concat(HISTORY.stream(), Stream.of(further)).toList();
        return new AggregateTestFixture<>(Organisation.class)
                .given(history)
                .when(command, new Attribution(by, "r-1", null, null, null).toMetaData());
    }
}
