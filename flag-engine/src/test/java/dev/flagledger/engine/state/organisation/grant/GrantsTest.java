package dev.flagledger.engine.state.organisation.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.GrantEvent.PermissionsChanged;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final GrantHolder BO = GrantHolder.user(Shop.BO);
    private static final GrantHolder OPS = GrantHolder.group(61);
    private static final GrantPlace ACME = GrantPlace.organisation(Shop.ORGANISATION);
    private static final GrantPlace SHOP = GrantPlace.project(Shop.PROJECT);
    private static final GrantPlace LIVE = GrantPlace.environment(Shop.LIVE);

    @Test
    void grantsAreFoundByHolderAndById() {
        var state = after(granted(81, BO, SHOP), granted(82, OPS, SHOP), granted(83, BO, LIVE), granted(84, BO, ACME));
        var inShop = state.project(Shop.PROJECT).orElseThrow().grants();

        assertThat(inShop.on(SHOP)).extracting(Grant::id).containsExactly(81, 82);
        assertThat(inShop.of(OPS, SHOP)).isEqualTo(grant(82, OPS, SHOP));
        assertThat(inShop.find(LIVE, 83)).contains(grant(83, BO, LIVE));
        assertThat(inShop.find(SHOP, 83)).isEmpty();
        assertThat(ofOrganisation(state).of(BO, ACME)).isEqualTo(grant(84, BO, ACME));
    }

    @Test
    void aGrantChangesItsHolder() {
        var state = after(granted(81, BO, SHOP), new PermissionsChanged(Shop.ORGANISATION, grant(81, OPS, SHOP)));
        var inShop = state.project(Shop.PROJECT).orElseThrow().grants();

        assertThat(inShop.of(BO, SHOP)).isNull();
        assertThat(inShop.on(SHOP)).containsExactly(grant(81, OPS, SHOP));
    }

    @Test
    void aWithdrawnGrantLeavesNothing() {
        var state = after(granted(81, BO, SHOP), new PermissionsWithdrawn(Shop.ORGANISATION, 81, SHOP));

        assertThat(state.project(Shop.PROJECT).orElseThrow().grants()).isEqualTo(Grants.NONE);
    }

    @Test
    void whoLeavesHoldsNothingAnyMoreAlsoAfterAReturn() {
        var state = after(
                granted(81, BO, SHOP),
                granted(83, BO, LIVE),
                granted(84, BO, ACME),
                new MemberRemoved(Shop.ORGANISATION, Shop.BO),
                new MemberJoined(Shop.ORGANISATION, Shop.BO, Role.USER));

        assertThat(state.project(Shop.PROJECT).orElseThrow().grants()).isEqualTo(Grants.NONE);
        assertThat(ofOrganisation(state)).isEqualTo(Grants.NONE);
    }

    @Test
    void aDeletedGroupHoldsNothingAnyMore() {
        var state = after(
                granted(81, OPS, SHOP),
                granted(82, BO, SHOP),
                granted(84, OPS, ACME),
                new GroupDeleted(Shop.ORGANISATION, OPS.id()));

        assertThat(state.project(Shop.PROJECT).orElseThrow().grants().on(SHOP)).containsExactly(grant(82, BO, SHOP));
        assertThat(ofOrganisation(state)).isEqualTo(Grants.NONE);
    }

    /** The deletion and the grant are in different streams, so the grant may be recorded after the deletion. */
    @Test
    void whatIsDeletedIsNotGranted() {
        var state = after(granted(83, BO, LIVE), new EnvironmentDeleted(Shop.LIVE), granted(85, OPS, LIVE));

        assertThat(state.project(Shop.PROJECT).orElseThrow().grants()).isEqualTo(Grants.NONE);
        assertThat(after(new ProjectDeleted(Shop.PROJECT), granted(81, BO, SHOP))
                        .project(Shop.PROJECT))
                .isEmpty();
    }

    /** What may be done is not seen by applications. */
    @Test
    void aGrantDoesNotTouchTheDocuments() {
        assertThat(after(granted(81, BO, LIVE)).environment(Shop.LIVE)).isEqualTo(after().environment(Shop.LIVE));
    }

    @Test
    void permissionsAreDistinctAndInOrder() {
        var unordered = List.of(Permission.CREATE_FEATURE, Permission.VIEW_PROJECT, Permission.CREATE_FEATURE);

        assertThat(new Grant(1, BO, SHOP, false, unordered).permissions())
                .containsExactly(Permission.VIEW_PROJECT, Permission.CREATE_FEATURE);
    }

    private static Grants ofOrganisation(Installation state) {
        return state.organisation(Shop.ORGANISATION).orElseThrow().access().grants();
    }

    private static PermissionsGranted granted(int id, GrantHolder holder, GrantPlace place) {
        return new PermissionsGranted(Shop.ORGANISATION, grant(id, holder, place));
    }

    private static Grant grant(int id, GrantHolder holder, GrantPlace place) {
        return new Grant(id, holder, place, false, List.of(Permission.VIEW_PROJECT));
    }

    private static Installation after(LedgerEvent... events) {
        return Shop.withBasket()
                .then(new GroupCreated(Shop.ORGANISATION, OPS.id(), new GroupDetails("Ops", false, null)))
                .then(events)
                .state();
    }
}
