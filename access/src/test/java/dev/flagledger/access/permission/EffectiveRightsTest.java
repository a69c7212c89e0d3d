package dev.flagledger.access.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EffectiveRightsTest {

    private static final int OPS = 61;
    private static final Scope SHOP = new Scope.OfProject(Shop.PROJECT);
    private static final Installation STATE = Shop.withBasket()
            .then(Shop.viewedByBo())
            .then(
                    new GroupCreated(Shop.ORGANISATION, OPS, new GroupDetails("Ops", false, null)),
                    new GroupMembersAdded(Shop.ORGANISATION, OPS, List.of(Shop.BO)),
                    toOps(71, GrantPlace.project(Shop.PROJECT), false, Permission.VIEW_PROJECT, Permission.MANAGE_TAGS),
                    toOps(72, GrantPlace.environment(Shop.STAGING), true))
            .state();

    static Stream<Arguments> levels() {
        return Stream.of(
                Arguments.of(PermissionLevel.ORGANISATION, new Scope.OfOrganisation(Shop.ORGANISATION)),
                Arguments.of(PermissionLevel.PROJECT, SHOP),
                Arguments.of(PermissionLevel.ENVIRONMENT, new Scope.OfEnvironment(Shop.LIVE)));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void adminsOfTheOrganisationHaveNoSinglePermissionsListed(PermissionLevel level, Scope scope) {
        var rights = of(Shop.ANA, level, scope);

        assertThat(rights.admin()).isTrue();
        assertThat(rights.inherited()).isTrue();
        assertThat(rights.held()).isEmpty();
    }

    static Stream<Arguments> memberRights() {
        return Stream.of(
                Arguments.of(PermissionLevel.ORGANISATION, new Scope.OfOrganisation(Shop.ORGANISATION), List.of()),
                Arguments.of(PermissionLevel.PROJECT, SHOP, List.of(Permission.VIEW_PROJECT, Permission.MANAGE_TAGS)),
                Arguments.of(
                        PermissionLevel.ENVIRONMENT,
                        new Scope.OfEnvironment(Shop.LIVE),
                        List.of(Permission.VIEW_ENVIRONMENT)));
    }

    @ParameterizedTest
    @MethodSource("memberRights")
    void membersHaveWhatIsGrantedToThemAndTheirGroups(PermissionLevel level, Scope scope, List<Permission> expected) {
        assertThat(of(Shop.BO, level, scope).held()).isEqualTo(expected);
    }

    @Test
    void whereAPermissionComesFromIsKnown() {
        var rights = of(Shop.BO, PermissionLevel.PROJECT, SHOP);

        assertThat(rights.granting(Permission.VIEW_PROJECT))
                .extracting(RightsSource::groupId)
                .containsExactly(null, OPS);
        assertThat(rights.granting(Permission.MANAGE_TAGS))
                .extracting(RightsSource::groupId)
                .containsExactly(OPS);
    }

    @Test
    void adminsByAGrantDoNotInheritIt() {
        var rights = of(Shop.BO, PermissionLevel.ENVIRONMENT, new Scope.OfEnvironment(Shop.STAGING));

        assertThat(rights.admin()).isTrue();
        assertThat(rights.inherited()).isFalse();
        assertThat(rights.rights()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void aStrangerHasNone(PermissionLevel level, Scope scope) {
        assertThat(of(77, level, scope).admin()).isFalse();
        assertThat(of(77, level, scope).held()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void permissionsOfALevelAreDistinct(PermissionLevel level) {
        assertThat(level.rights()).extracting(PermissionLevel.Right::key).doesNotHaveDuplicates();
        assertThat(Arrays.stream(PermissionLevel.values()).map(PermissionLevel::admin))
                .doesNotHaveDuplicates();
    }

    @Test
    void permissionsThatCanBeGrantedAreKnownByName() {
        assertThat(PermissionLevel.grantable("VIEW_PROJECT")).contains(Permission.VIEW_PROJECT);
        assertThat(PermissionLevel.grantable("PROJECT_ADMIN")).isEmpty();
        assertThat(PermissionLevel.grantable("view_project")).isEmpty();
    }

    private static PermissionsGranted toOps(int id, GrantPlace place, boolean admin, Permission... permissions) {
        return new PermissionsGranted(
                Shop.ORGANISATION, new Grant(id, GrantHolder.group(OPS), place, admin, List.of(permissions)));
    }

    private static EffectiveRights of(int user, PermissionLevel level, Scope scope) {
        return EffectiveRights.of(STATE, Actor.user(user, "somebody@example.test"), level, scope);
    }
}
