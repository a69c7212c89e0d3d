package dev.flagledger.engine.state.organisation.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
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
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final int ROLE = 9;
    private static final int GROUP = 30;
    private static final int KEY = 21;
    private static final GrantPlace LIVE = GrantPlace.environment(Shop.LIVE);
    private static final GrantHolder BO = GrantHolder.user(Shop.BO);
    private static final ApiKey CI = new ApiKey(KEY, "abcdefgh", "ci", null, false);
    private static final TaggedPermission VIEW = TaggedPermission.everywhere(Permission.VIEW_ENVIRONMENT);
    private static final TaggedPermission UPDATE = TaggedPermission.everywhere(Permission.UPDATE_FEATURE_STATE);

    private final History history = Shop.withBasket()
            .then(
                    new GroupCreated(Shop.ORGANISATION, GROUP, new GroupDetails("Ops", false, null)),
                    new ApiKeyCreated(Shop.ORGANISATION, CI),
                    new RoleCreated(Shop.ORGANISATION, ROLE, details("Deployers", List.of())),
                    granted(LIVE, VIEW, UPDATE));

    @Test
    void aHolderHasWhatTheRoleGrantsOnAnObject() {
        assertThat(rights(BO, LIVE)).isEmpty();

        history.then(held(41, BO));
        assertThat(rights(BO, LIVE))
                .containsExactly(new RoleRights(ROLE, "Deployers", List.of(), false, List.of(VIEW, UPDATE)));
        assertThat(rights(BO, GrantPlace.environment(Shop.STAGING))).isEmpty();
        assertThat(rights(GrantHolder.group(Shop.BO), LIVE))
                .as("of the same number")
                .isEmpty();

        history.then(new RoleHolderRemoved(Shop.ORGANISATION, ROLE, 41, BO));
        assertThat(rights(BO, LIVE)).isEmpty();
    }

    @Test
    void thePermissionsOnAnObjectAreReplacedWhole() {
        history.then(held(41, BO), granted(LIVE, VIEW));
        assertThat(rights(BO, LIVE).getFirst().permissions()).containsExactly(VIEW);

        history.then(new RoleRightsRemoved(Shop.ORGANISATION, ROLE, 31, LIVE));
        assertThat(rights(BO, LIVE)).isEmpty();
    }

    @Test
    void theTagsOfARoleLimitThosePermissionsThatCanBeLimitedAndHaveNone() {
        var own = new TaggedPermission(Permission.MANAGE_SEGMENT_OVERRIDES, List.of(92));
        history.then(
                held(41, BO),
                granted(LIVE, VIEW, UPDATE, own),
                new RoleChanged(Shop.ORGANISATION, ROLE, details("Deployers", List.of(91))));

        assertThat(rights(BO, LIVE).getFirst().permissions())
                .containsExactly(VIEW, new TaggedPermission(Permission.UPDATE_FEATURE_STATE, List.of(91)), own);
    }

    @Test
    void aDeletedRoleGrantsNothing() {
        history.then(held(41, BO), new RoleDeleted(Shop.ORGANISATION, ROLE));

        assertThat(rights(BO, LIVE)).isEmpty();
        assertThat(roles().heldBy(BO)).isEmpty();
    }

    @Test
    void aMemberWhoComesBackHasNoRoles() {
        history.then(
                held(41, BO),
                new MemberRemoved(Shop.ORGANISATION, Shop.BO),
                new MemberJoined(Shop.ORGANISATION, Shop.BO, Role.USER));

        assertThat(roles().heldBy(BO)).isEmpty();
    }

    @Test
    void deletedGroupsAndKeysHoldNoRoles() {
        history.then(
                held(41, GrantHolder.group(GROUP)),
                held(42, GrantHolder.apiKey(KEY)),
                held(43, BO),
                new GroupDeleted(Shop.ORGANISATION, GROUP),
                new ApiKeyRevoked(Shop.ORGANISATION, KEY));

        assertThat(roles().find(ROLE).orElseThrow().holders()).containsOnlyKeys(43);
    }

    @Test
    void aKeyThatBecomesAnAdminsLosesItsRoles() {
        history.then(held(42, GrantHolder.apiKey(KEY)), changed(new ApiKey(KEY, "abcdefgh", "renamed", null, false)));
        assertThat(roles().heldBy(GrantHolder.apiKey(KEY))).hasSize(1);

        history.then(changed(new ApiKey(KEY, "abcdefgh", "renamed", null, true)), changed(CI));
        assertThat(roles().heldBy(GrantHolder.apiKey(KEY))).isEmpty();
    }

    private static ApiKeyChanged changed(ApiKey key) {
        return new ApiKeyChanged(Shop.ORGANISATION, key);
    }

    private static RoleDetails details(String name, List<Integer> tags) {
        return new RoleDetails(name, null, tags);
    }

    private static RoleHolderAdded held(int holding, GrantHolder holder) {
        return new RoleHolderAdded(Shop.ORGANISATION, ROLE, holding, holder);
    }

    private static RoleRightsChanged granted(GrantPlace place, TaggedPermission... permissions) {
        return new RoleRightsChanged(Shop.ORGANISATION, ROLE, new RoleGrant(31, place, false, List.of(permissions)));
    }

    private List<RoleRights> rights(GrantHolder holder, GrantPlace place) {
        return roles().of(holder, place);
    }

    private Roles roles() {
        return history.state()
                .organisation(Shop.ORGANISATION)
                .orElseThrow()
                .access()
                .roles();
    }
}
