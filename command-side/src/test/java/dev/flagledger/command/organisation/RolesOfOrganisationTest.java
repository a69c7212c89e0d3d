package dev.flagledger.command.organisation;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.RoleEvent.RoleChanged;
import dev.flagledger.api.event.RoleEvent.RoleCreated;
import dev.flagledger.api.event.RoleEvent.RoleDeleted;
import dev.flagledger.api.event.RoleEvent.RoleHolderAdded;
import dev.flagledger.api.event.RoleEvent.RoleHolderRemoved;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.event.RoleEvent.RoleRightsRemoved;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.role.RoleCommand.AddHolder;
import dev.flagledger.api.role.RoleCommand.ChangeRights;
import dev.flagledger.api.role.RoleCommand.ChangeRole;
import dev.flagledger.api.role.RoleCommand.CreateRole;
import dev.flagledger.api.role.RoleCommand.DeleteRole;
import dev.flagledger.api.role.RoleCommand.GrantRights;
import dev.flagledger.api.role.RoleCommand.RemoveHolder;
import dev.flagledger.api.role.RoleCommand.RevokeRights;
import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.api.role.RoleGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RolesOfOrganisationTest {

    private static final RoleDetails DEPLOYERS = new RoleDetails("Deployers", null, List.of());
    private static final GrantPlace LIVE = GrantPlace.environment(7);
    private static final RoleGrant NONE = new RoleGrant(31, LIVE, false, List.of());
    private static final RoleGrant VIEW =
            new RoleGrant(31, LIVE, false, List.of(TaggedPermission.everywhere(Permission.VIEW_ENVIRONMENT)));
    private static final GrantHolder KEY = GrantHolder.apiKey(6);

    static final List<GrantHolder> HOLDERS = List.of(GrantHolder.user(2), GrantHolder.group(3), KEY);

    private final FixtureConfiguration<Organisation> fixture = new AggregateTestFixture<>(Organisation.class);

    @Test
    void aRoleIsCreatedChangedAndDeleted() {
        var renamed = new RoleDetails("Releasers", "who release", List.of(91));

        given().when(new CreateRole(1, 4, DEPLOYERS)).expectEvents(new RoleCreated(1, 4, DEPLOYERS));
        withRole()
                .when(new ChangeRole(1, 4, new Edit<>(DEPLOYERS, renamed)))
                .expectEvents(new RoleChanged(1, 4, renamed));
        withRole().when(new ChangeRole(1, 4, new Edit<>(DEPLOYERS, DEPLOYERS))).expectNoEvents();
        withRole().when(new DeleteRole(1, 4)).expectEvents(new RoleDeleted(1, 4));
        withRole(new RoleDeleted(1, 4)).when(new DeleteRole(1, 4)).expectException(Rejected.class);
    }

    @Test
    void aRoleHasPermissionsOnAnObjectOnce() {
        withRole().when(new GrantRights(1, 4, VIEW)).expectEvents(new RoleRightsChanged(1, 4, VIEW));
        withRole(new RoleRightsChanged(1, 4, VIEW))
                .when(new GrantRights(1, 4, new RoleGrant(32, LIVE, true, List.of())))
                .expectExceptionMessage(new Rejection.Invalid(Rule.ROLE_GRANT).toString());
    }

    @Test
    void permissionsAreReplacedAndRevoked() {
        withRole(new RoleRightsChanged(1, 4, VIEW))
                .when(new ChangeRights(1, 4, NONE))
                .expectEvents(new RoleRightsChanged(1, 4, NONE));
        withRole(new RoleRightsChanged(1, 4, VIEW))
                .when(new ChangeRights(1, 4, VIEW))
                .expectNoEvents();
        withRole(new RoleRightsChanged(1, 4, VIEW))
                .when(new RevokeRights(1, 4, 31, LIVE))
                .expectEvents(new RoleRightsRemoved(1, 4, 31, LIVE));
        withRole().when(new RevokeRights(1, 4, 31, LIVE)).expectException(Rejected.class);
    }

    /** Or the wrong project would decide whether a note is needed. */
    @Test
    void permissionsAreNamedWithTheObjectThatTheyAreOn() {
        var elsewhere = GrantPlace.project(8);

        for (var command : List.of(
                new ChangeRights(1, 4, new RoleGrant(31, elsewhere, true, List.of())),
                new RevokeRights(1, 4, 31, elsewhere))) {
            withRole(new RoleRightsChanged(1, 4, VIEW)).when(command).expectException(Rejected.class);
        }
    }

    @ParameterizedTest
    @FieldSource("HOLDERS")
    void aRoleIsHeldByEachOnce(GrantHolder holder) {
        var added = new RoleHolderAdded(1, 4, 41, holder);

        withRole().when(new AddHolder(1, 4, 41, holder)).expectEvents(added);
        withRole(added)
                .when(new AddHolder(1, 4, 42, holder))
                .expectExceptionMessage(new Rejection.Invalid(Rule.ROLE_HOLDER).toString());
        withRole(added).when(new RemoveHolder(1, 4, 41)).expectEvents(new RoleHolderRemoved(1, 4, 41, holder));
        withRole(added, new RoleHolderRemoved(1, 4, 41, holder))
                .when(new RemoveHolder(1, 4, 41))
                .expectException(Rejected.class);
    }

    @Test
    void thoseWhoAreGoneCannotHoldRoles() {
        withRole(new MemberRemoved(1, 2))
                .when(new AddHolder(1, 4, 41, GrantHolder.user(2)))
                .expectExceptionMessage(new Rejection.Missing("FFAdminUser").toString());
        withRole(new GroupDeleted(1, 3))
                .when(new AddHolder(1, 4, 41, GrantHolder.group(3)))
                .expectExceptionMessage(new Rejection.Missing("UserPermissionGroup").toString());
        withRole(new ApiKeyRevoked(1, 6))
                .when(new AddHolder(1, 4, 41, KEY))
                .expectExceptionMessage(new Rejection.Missing("MasterAPIKey").toString());
    }

    @Test
    void adminKeysHoldNoRoles() {
        withRole(new ApiKeyChanged(1, key(true)))
                .when(new AddHolder(1, 4, 41, KEY))
                .expectExceptionMessage(new Rejection.Missing("MasterAPIKey").toString());
        withRole(new RoleHolderAdded(1, 4, 41, KEY), new ApiKeyChanged(1, key(true)), new ApiKeyChanged(1, key(false)))
                .when(new AddHolder(1, 4, 42, KEY))
                .expectEvents(new RoleHolderAdded(1, 4, 42, KEY));
    }

    @Test
    void aMemberWhoComesBackCanHoldTheRoleAgain() {
        var bo = GrantHolder.user(2);
        withRole(new RoleHolderAdded(1, 4, 41, bo), new MemberRemoved(1, 2), new MemberJoined(1, 2, Role.USER))
                .when(new AddHolder(1, 4, 42, bo))
                .expectEvents(new RoleHolderAdded(1, 4, 42, bo));
    }

    private TestExecutor<Organisation> withRole(Object... further) {
        var events = new ArrayList<Object>(List.of(new RoleCreated(1, 4, DEPLOYERS)));
        events.addAll(List.of(further));
        return given(events.toArray());
    }

    private TestExecutor<Organisation> given(Object... further) {
        var events = new ArrayList<Object>(List.of(
                new OrganisationCreated(1, new UUID(0, 1), new OrganisationSettings("Acme", null, false, false)),
                new MemberJoined(1, 1, Role.ADMIN),
                new MemberJoined(1, 2, Role.USER),
                new GroupCreated(1, 3, new GroupDetails("Ops", false, null)),
                new ApiKeyCreated(1, key(false))));
        events.addAll(List.of(further));
        return fixture.given(events);
    }

    private static ApiKey key(boolean admin) {
        return new ApiKey(6, "abcdefgh", "ci", null, admin);
    }
}
