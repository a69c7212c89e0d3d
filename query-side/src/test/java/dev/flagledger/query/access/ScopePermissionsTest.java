package dev.flagledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.PermissionLevel;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import org.junit.jupiter.api.Test;

/** Ana is an admin of the organisation, Bo an ordinary member. */
class ScopePermissionsTest {

    private static final Scope SHOP = new Scope.OfProject(Shop.PROJECT);
    private static final PermissionLevel PROJECT = PermissionLevel.PROJECT;
    private static final int NOBODY = 99;
    private static final ApiKeyCreated KEY = new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(2, "terraform"));

    private final AccessContext ana = as(Actor.user(Shop.ANA, "ana@example.test"));
    private final AccessContext bo = as(Actor.user(Shop.BO, "bo@example.test"));
    private final AccessContext key = as(Actor.apiKey(2, "terraform"));

    @Test
    void anAdminHasNoSinglePermissions() {
        var mine = ScopePermissions.me(ana, PROJECT, SHOP);

        assertThat(mine.admin()).isTrue();
        assertThat(mine.permissions()).isEmpty();
    }

    @Test
    void aMemberMayViewTheProject() {
        var mine = ScopePermissions.me(bo, PROJECT, SHOP);

        assertThat(mine.admin()).isFalse();
        assertThat(mine.permissions()).containsExactly(Permission.VIEW_PROJECT);
    }

    @Test
    void anApiKeyHasNoPermissionsOfItsOwn() {
        assertThatThrownBy(() -> ScopePermissions.me(key, PROJECT, SHOP)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void membersReadTheirOwnPermissionsAndAdminsThoseOfAll() {
        assertThat(ScopePermissions.detailed(bo, PROJECT, SHOP, Shop.BO).admin())
                .isFalse();
        assertThat(ScopePermissions.detailed(ana, PROJECT, SHOP, Shop.BO).permissions())
                .extracting(permission -> permission.permissionKey())
                .containsExactly(Permission.VIEW_PROJECT);
        assertThat(ScopePermissions.detailed(key, PROJECT, SHOP, Shop.ANA).admin())
                .isTrue();

        assertRejected(() -> ScopePermissions.detailed(bo, PROJECT, SHOP, Shop.ANA), new Rejection.Forbidden());
    }

    @Test
    void effectivePermissionsAreForAdmins() {
        assertThat(ScopePermissions.effective(ana, PROJECT, SHOP, Shop.ANA).admin())
                .isTrue();

        assertRejected(() -> ScopePermissions.effective(bo, PROJECT, SHOP, Shop.BO), new Rejection.Forbidden());
    }

    @Test
    void aUserWhoIsNoMemberIsNotFound() {
        assertRejected(
                () -> ScopePermissions.effective(ana, PROJECT, SHOP, NOBODY), new Rejection.Missing("FFAdminUser"));
    }

    private static void assertRejected(Runnable read, Rejection rejection) {
        assertThatThrownBy(read::run).isInstanceOf(Rejected.class).hasMessage(rejection.toString());
    }

    private static AccessContext as(Actor actor) {
        return new AccessContext(
                Shop.withBasket().then(KEY).then(Shop.viewedByBo()).state(), actor);
    }
}
