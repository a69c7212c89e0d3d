package dev.flagledger.command.organisation;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.event.GrantEvent.PermissionsChanged;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantCommand;
import dev.flagledger.api.grant.GrantCommand.ChangeGrant;
import dev.flagledger.api.grant.GrantCommand.GrantPermissions;
import dev.flagledger.api.grant.GrantCommand.WithdrawGrant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class GrantDecisionsTest {

    private static final GrantPlace SHOP = GrantPlace.project(7);
    private static final GrantHolder BO = GrantHolder.user(2);
    private static final GrantHolder OPS = GrantHolder.group(61);
    private static final Grant BOS = new Grant(81, BO, SHOP, false, List.of(Permission.VIEW_PROJECT));
    private static final List<Object> HISTORY = List.of(
            new OrganisationCreated(2, new UUID(0, 2), new OrganisationSettings("Acme", null, false, false)),
            new MemberJoined(2, 1, Role.ADMIN),
            new MemberJoined(2, 2, Role.USER),
            new GroupCreated(2, 61, new GroupDetails("Ops", false, null)));

    @Test
    void permissionsAreGrantedChangedAndWithdrawn() {
        var wider = new Grant(81, BO, SHOP, true, List.of(Permission.CREATE_FEATURE));

        sent(new GrantPermissions(2, BOS)).expectEvents(new PermissionsGranted(2, BOS));
        sent(new ChangeGrant(2, new Edit<>(BOS, wider)), new PermissionsGranted(2, BOS))
                .expectEvents(new PermissionsChanged(2, wider));
        sent(new ChangeGrant(2, new Edit<>(BOS, BOS)), new PermissionsGranted(2, BOS))
                .expectNoEvents();
        sent(new WithdrawGrant(2, 81, SHOP), new PermissionsGranted(2, BOS))
                .expectEvents(new PermissionsWithdrawn(2, 81, SHOP));
    }

    @Test
    void aHolderHasOneGrantOnAnObject() {
        var again = new Grant(82, BO, SHOP, true, List.of());
        var toOps = new Grant(82, OPS, SHOP, true, List.of());
        var taken = new Rejection.Granted("user", "project");

        refused(new GrantPermissions(2, again), taken, new PermissionsGranted(2, BOS));
        sent(new GrantPermissions(2, toOps), new PermissionsGranted(2, BOS)).expectSuccessfulHandlerExecution();
        sent(
                        new GrantPermissions(2, new Grant(83, BO, GrantPlace.environment(7), true, List.of())),
                        new PermissionsGranted(2, BOS))
                .expectSuccessfulHandlerExecution();
        refused(
                new ChangeGrant(2, new Edit<>(toOps, again)),
                taken,
                new PermissionsGranted(2, BOS),
                new PermissionsGranted(2, toOps));
    }

    @Test
    void onlyMembersAndGroupsOfTheOrganisationAreGrantedAnything() {
        var missing = new Rejection.Missing("FFAdminUser");

        refused(new GrantPermissions(2, new Grant(81, GrantHolder.user(9), SHOP, true, List.of())), missing);
        refused(new GrantPermissions(2, BOS), missing, new MemberRemoved(2, 2));
        refused(
                new GrantPermissions(2, new Grant(81, OPS, SHOP, true, List.of())),
                new Rejection.Missing("UserPermissionGroup"),
                new GroupDeleted(2, 61));
    }

    @Test
    void whatAFormerMemberHeldIsGone() {
        var left = new MemberRemoved(2, 2);
        var back = new MemberJoined(2, 2, Role.USER);

        refused(
                new WithdrawGrant(2, 81, SHOP),
                new Rejection.Missing("UserPermission"),
                new PermissionsGranted(2, BOS),
                left,
                back);
        sent(new GrantPermissions(2, BOS), new PermissionsGranted(2, BOS), left, back)
                .expectEvents(new PermissionsGranted(2, BOS));
    }

    @Test
    void aGrantIsChangedOnItsObjectOnly() {
        refused(
                new WithdrawGrant(2, 81, GrantPlace.project(8)),
                new Rejection.Missing("UserPermission"),
                new PermissionsGranted(2, BOS));
    }

    private static void refused(GrantCommand command, Rejection rejection, Object... further) {
        sent(command, further).expectException(Rejected.class).expectExceptionMessage(rejection.toString());
    }

    private static ResultValidator<Organisation> sent(GrantCommand command, Object... further) {
        return new AggregateTestFixture<>(Organisation.class)
                .given(Stream.concat(HISTORY.stream(), Stream.of(further)).toList())
                .when(command);
    }
}
