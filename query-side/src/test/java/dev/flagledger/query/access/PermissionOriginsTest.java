package dev.flagledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.permission.EffectiveRights;
import dev.flagledger.access.permission.PermissionLevel;
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
import dev.flagledger.contract.view.organisation.DetailedPermissionsView;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView.GroupView;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView.PermissionView;
import dev.flagledger.contract.view.organisation.DetailedPermissionsView.SourcesView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bo views the shop by a grant, and by that of a group, which may manage tags as well. */
class PermissionOriginsTest {

    private static final int OPS = 61;
    private static final Scope PROJECT = new Scope.OfProject(Shop.PROJECT);
    private static final SourcesView NONE = new SourcesView(List.of(), List.of());
    private static final SourcesView BY_OPS = new SourcesView(List.of(new GroupView(OPS, "Ops")), List.of());

    private final History history = Shop.withBasket()
            .then(Shop.viewedByBo())
            .then(
                    new GroupCreated(Shop.ORGANISATION, OPS, new GroupDetails("Ops", false, null)),
                    new GroupMembersAdded(Shop.ORGANISATION, OPS, List.of(Shop.BO)),
                    toOps(
                            71,
                            GrantPlace.project(Shop.PROJECT),
                            false,
                            Permission.VIEW_PROJECT,
                            Permission.MANAGE_TAGS));

    @Test
    void eachPermissionIsShownWithWhatGrantsIt() {
        assertThat(view(Shop.BO))
                .isEqualTo(new DetailedPermissionsView(
                        false,
                        List.of(
                                new PermissionView(Permission.VIEW_PROJECT, true, BY_OPS),
                                new PermissionView(Permission.MANAGE_TAGS, false, BY_OPS)),
                        false,
                        NONE));
    }

    @Test
    void adminsOfTheOrganisationAreSoDirectly() {
        assertThat(view(Shop.ANA)).isEqualTo(new DetailedPermissionsView(true, List.of(), true, NONE));
    }

    @Test
    void anAdminByAGroupIsSoByTheGroup() {
        history.then(toOps(72, GrantPlace.project(Shop.PROJECT), true));

        assertThat(view(Shop.BO)).isEqualTo(new DetailedPermissionsView(true, List.of(), false, BY_OPS));
    }

    private DetailedPermissionsView view(int user) {
        var state = history.state();
        var rights = EffectiveRights.of(state, Actor.user(user, ""), PermissionLevel.PROJECT, PROJECT);
        return PermissionOrigins.view(state, PROJECT, rights);
    }

    private static PermissionsGranted toOps(int id, GrantPlace place, boolean admin, Permission... permissions) {
        return new PermissionsGranted(
                Shop.ORGANISATION, new Grant(id, GrantHolder.group(OPS), place, admin, List.of(permissions)));
    }
}
