package dev.flagledger.access.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.RoleEvent.RoleCreated;
import dev.flagledger.api.event.RoleEvent.RoleDeleted;
import dev.flagledger.api.event.RoleEvent.RoleHolderAdded;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.role.Limitable;
import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What users and API keys may do by the roles that they hold. */
class RolePermissionsTest {

    private static final int KEY = 21;
    private static final int TAG = 91;
    private static final int GROUP = 30;
    private static final Actor CI = Actor.apiKey(KEY, "ci");
    private static final Actor BO = Actor.user(Shop.BO, "bo@example.test");
    private static final Scope LIVE = new Scope.OfEnvironment(Shop.LIVE);
    private static final Scope STAGING = new Scope.OfEnvironment(Shop.STAGING);
    private static final Scope BASKET = new Scope.OfFlag(Shop.LIVE, Shop.BASKET);

    private final History history = Shop.withBasket()
            .then(
                    new ApiKeyCreated(Shop.ORGANISATION, key(false)),
                    new GroupCreated(Shop.ORGANISATION, GROUP, new GroupDetails("Ops", false, null)),
                    new RoleCreated(Shop.ORGANISATION, 4, new RoleDetails("Deployers", null, List.of())),
                    granted(false, TaggedPermission.everywhere(Permission.UPDATE_FEATURE_STATE)));

    @Test
    void aKeyWithoutRolesMayDoNothing() {
        for (var permission : List.of(
                Permission.ORGANISATION_ADMIN,
                Permission.CREATE_PROJECT,
                Permission.VIEW_PROJECT,
                Permission.VIEW_ENVIRONMENT,
                Permission.UPDATE_FEATURE_STATE)) {
            assertThat(may(CI, permission, LIVE)).as(permission.name()).isFalse();
        }
    }

    @Test
    void aKeyMayWhatItsRoleGrants() {
        history.then(held(GrantHolder.apiKey(KEY)));

        assertThat(may(CI, Permission.UPDATE_FEATURE_STATE, LIVE)).isTrue();
        assertThat(may(CI, Permission.UPDATE_FEATURE_STATE, STAGING)).isFalse();
        assertThat(may(CI, Permission.VIEW_ENVIRONMENT, LIVE))
                .as("is not implied")
                .isFalse();
        assertThat(may(BO, Permission.UPDATE_FEATURE_STATE, LIVE)).isFalse();
    }

    @Test
    void anAdminOfAnEnvironmentMayEverythingInIt() {
        history.then(held(GrantHolder.apiKey(KEY)), granted(true));

        assertThat(may(CI, Permission.ENVIRONMENT_ADMIN, LIVE)).isTrue();
        assertThat(may(CI, Permission.ENVIRONMENT_ADMIN, STAGING)).isFalse();
        assertThat(may(CI, Permission.PROJECT_ADMIN, new Scope.OfProject(Shop.PROJECT)))
                .isFalse();
    }

    @Test
    void aMemberHasTheRolesOfItsGroups() {
        history.then(held(GrantHolder.group(GROUP)));
        assertThat(may(BO, Permission.UPDATE_FEATURE_STATE, LIVE)).isFalse();

        history.then(new GroupMembersAdded(Shop.ORGANISATION, GROUP, List.of(Shop.BO)));
        assertThat(may(BO, Permission.UPDATE_FEATURE_STATE, LIVE)).isTrue();

        history.then(new MemberRemoved(Shop.ORGANISATION, Shop.BO));
        assertThat(may(BO, Permission.UPDATE_FEATURE_STATE, LIVE)).isFalse();
    }

    @Test
    void adminsKeysHaveAllAndLoseItAtOnce() {
        history.then(new ApiKeyChanged(Shop.ORGANISATION, key(true)));
        assertThat(may(CI, Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(Shop.ORGANISATION)))
                .isTrue();

        history.then(new ApiKeyChanged(Shop.ORGANISATION, key(false)));
        assertThat(may(CI, Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(Shop.ORGANISATION)))
                .isFalse();
    }

    @Test
    void aDeletedRoleGrantsNothing() {
        history.then(held(GrantHolder.apiKey(KEY)), new RoleDeleted(Shop.ORGANISATION, 4));

        assertThat(may(CI, Permission.UPDATE_FEATURE_STATE, LIVE)).isFalse();
    }

    @Test
    void aDeletedTagNarrowsAndNeverWidens() {
        history.then(
                new TagCreated(Shop.PROJECT, Wares.tag(TAG, "beta")),
                held(GrantHolder.user(Shop.BO)),
                granted(false, new TaggedPermission(Permission.UPDATE_FEATURE_STATE, List.of(TAG))));
        assertThat(may(BO, Permission.UPDATE_FEATURE_STATE, BASKET)).isFalse();

        history.then(new TagDeleted(Shop.PROJECT, TAG));
        assertThat(may(BO, Permission.UPDATE_FEATURE_STATE, BASKET)).isFalse();
        assertThat(may(BO, Permission.UPDATE_FEATURE_STATE, LIVE)).isFalse();
    }

    @Test
    void whatCanBeLimitedIsWhatClientsAreTold() {
        assertThat(Arrays.stream(PermissionLevel.values())
                        .flatMap(level -> level.rights().stream())
                        .filter(PermissionLevel.Right::supportsTag)
                        .map(PermissionLevel.Right::key)
                        .collect(Collectors.toSet()))
                .isEqualTo(Limitable.PERMISSIONS);
    }

    private boolean may(Actor actor, Permission permission, Scope scope) {
        return AccessPolicy.may(history.state(), actor, permission, scope);
    }

    private static RoleHolderAdded held(GrantHolder holder) {
        return new RoleHolderAdded(Shop.ORGANISATION, 4, 41, holder);
    }

    private static RoleRightsChanged granted(boolean admin, TaggedPermission... permissions) {
        return new RoleRightsChanged(
                Shop.ORGANISATION,
                4,
                new RoleGrant(31, GrantPlace.environment(Shop.LIVE), admin, List.of(permissions)));
    }

    private static ApiKey key(boolean admin) {
        return new ApiKey(KEY, "abcdefgh", "ci", null, admin);
    }
}
