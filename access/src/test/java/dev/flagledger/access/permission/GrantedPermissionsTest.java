package dev.flagledger.access.permission;

import static dev.flagledger.api.access.Permission.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GroupEvent.GroupAdminChanged;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Bo, an ordinary member, holds by one grant, and nothing more. */
class GrantedPermissionsTest {

    private static final int OPS = 61;
    private static final GrantHolder BO = GrantHolder.user(Shop.BO);
    private static final GrantPlace ACME = GrantPlace.organisation(Shop.ORGANISATION);
    private static final GrantPlace SHOP = GrantPlace.project(Shop.PROJECT);
    private static final GrantPlace LIVE = GrantPlace.environment(Shop.LIVE);
    private static final GrantPlace STAGING = GrantPlace.environment(Shop.STAGING);
    private static final List<GrantPlace> PLACES = List.of(ACME, SHOP, LIVE, STAGING);
    private static final Set<Permission> MEMBERS = EnumSet.of(ANYONE, LOGGED_IN, VIEW_ORGANISATION);

    static Stream<Arguments> single() {
        return Map.of(
                        PermissionLevel.ORGANISATION,
                        ACME,
                        PermissionLevel.PROJECT,
                        SHOP,
                        PermissionLevel.ENVIRONMENT,
                        LIVE)
                .entrySet()
                .stream()
                .flatMap(level ->
                        level.getKey().rights().stream().map(right -> Arguments.of(level.getValue(), right.key())));
    }

    /** On organisations, the permission to manage groups includes that to manage one. */
    @ParameterizedTest
    @MethodSource("single")
    void eachPermissionIsHeldWhereItIsGrantedAndImpliesNoOther(GrantPlace place, Permission permission) {
        var state = granted(BO, place, false, permission);

        for (var other : PLACES) {
            var expected = EnumSet.copyOf(MEMBERS);
            if (other.equals(place) || (place.equals(SHOP) && !other.equals(ACME))) {
                expected.add(permission);
            }
            if (permission == MANAGE_IDENTITIES && other.equals(place)) {
                expected.add(DESCRIBE_IDENTITIES);
            }
            if (permission == MANAGE_USER_GROUPS) {
                expected.add(MANAGE_USER_GROUPS);
                expected.add(MANAGE_GROUP);
            }
            if (permission == CREATE_PROJECT) {
                expected.add(CREATE_PROJECT);
            }
            assertThat(held(state, other)).as("on %s", other).isEqualTo(expected);
        }
    }

    @Test
    void permissionsOfOtherLevelsHaveNoEffect() {
        assertThat(held(granted(BO, ACME, true, VIEW_PROJECT, VIEW_ENVIRONMENT), SHOP))
                .isEqualTo(MEMBERS);
        assertThat(held(granted(BO, SHOP, false, VIEW_ENVIRONMENT, CREATE_PROJECT), LIVE))
                .isEqualTo(MEMBERS);
        assertThat(held(granted(BO, LIVE, false, VIEW_PROJECT), SHOP)).isEqualTo(MEMBERS);
    }

    @Test
    void anAdminOfAProjectHoldsAllInIt() {
        var state = granted(BO, SHOP, true);

        assertThat(held(state, SHOP)).containsAll(keys(PermissionLevel.PROJECT)).contains(PROJECT_ADMIN, MANAGE_GRANTS);
        assertThat(held(state, LIVE))
                .containsAll(keys(PermissionLevel.ENVIRONMENT))
                .contains(ENVIRONMENT_ADMIN, MANAGE_GRANTS, MANAGE_WEBHOOKS);
        assertThat(held(state, ACME)).isEqualTo(MEMBERS);
    }

    @Test
    void anAdminOfAnEnvironmentHoldsAllInItAndNothingElsewhere() {
        var state = granted(BO, LIVE, true);

        assertThat(held(state, LIVE))
                .containsAll(keys(PermissionLevel.ENVIRONMENT))
                .contains(ENVIRONMENT_ADMIN, MANAGE_GRANTS)
                .doesNotContain(PROJECT_ADMIN, VIEW_PROJECT);
        assertThat(held(state, STAGING)).isEqualTo(MEMBERS);
        assertThat(held(state, SHOP)).isEqualTo(MEMBERS);
    }

    @Test
    void whatAGroupIsGrantedIsHeldByItsMembers() {
        var state = granted(GrantHolder.group(OPS), SHOP, false, VIEW_PROJECT);
        assertThat(held(state, SHOP)).isEqualTo(MEMBERS);

        var joined = with(state, new GroupMembersAdded(Shop.ORGANISATION, OPS, List.of(Shop.BO)));
        assertThat(held(joined, SHOP)).contains(VIEW_PROJECT);
    }

    @Test
    void anAdminOfAGroupManagesThatGroupOnly() {
        var state = with(
                with(base(), new GroupMembersAdded(Shop.ORGANISATION, OPS, List.of(Shop.BO))),
                new GroupAdminChanged(Shop.ORGANISATION, OPS, Shop.BO, true));
        var bo = Actor.user(Shop.BO, "bo@example.test");

        assertThat(AccessPolicy.may(state, bo, MANAGE_GROUP, new Scope.OfGroup(Shop.ORGANISATION, OPS)))
                .isTrue();
        assertThat(AccessPolicy.may(state, bo, MANAGE_GROUP, new Scope.OfGroup(Shop.ORGANISATION, 99)))
                .isFalse();
        assertThat(AccessPolicy.may(state, bo, MANAGE_USER_GROUPS, ACME.scope()))
                .isFalse();
    }

    @Test
    void anOrganisationMayLimitTheCreationOfProjectsToItsAdmins() {
        var restricted =
                new OrganisationChanged(Shop.ORGANISATION, new OrganisationSettings("Acme", null, false, true));

        assertThat(held(with(granted(BO, ACME, false, CREATE_PROJECT), restricted), ACME))
                .isEqualTo(MEMBERS);
    }

    @Test
    void whatNonMembersAreGrantedHasNoEffect() {
        var state = granted(GrantHolder.user(77), SHOP, true);

        assertThat(AccessPolicy.may(state, Actor.user(77, "eve@example.test"), VIEW_PROJECT, SHOP.scope()))
                .isFalse();
    }

    private static List<Permission> keys(PermissionLevel level) {
        return level.rights().stream().map(PermissionLevel.Right::key).toList();
    }

    private static Set<Permission> held(Installation state, GrantPlace place) {
        var bo = Actor.user(Shop.BO, "bo@example.test");
        var held = EnumSet.noneOf(Permission.class);
        Arrays.stream(Permission.values())
                .filter(permission -> AccessPolicy.may(state, bo, permission, place.scope()))
                .forEach(held::add);
        return held;
    }

    private static Installation granted(
            GrantHolder holder, GrantPlace place, boolean admin, Permission... permissions) {
        return with(
                base(),
                new PermissionsGranted(Shop.ORGANISATION, new Grant(71, holder, place, admin, List.of(permissions))));
    }

    private static Installation base() {
        return Shop.withBasket()
                .then(new GroupCreated(Shop.ORGANISATION, OPS, new GroupDetails("Ops", false, null)))
                .state();
    }

    private static Installation with(Installation state, LedgerEvent event) {
        return state.evolve(new RecordedEvent(99, History.at(99), Actor.SYSTEM, Origin.NONE, event));
    }
}
