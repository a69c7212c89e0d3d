package dev.flagledger.query.audit.description.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Subject;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.RoleEvent.RoleChanged;
import dev.flagledger.api.event.RoleEvent.RoleCreated;
import dev.flagledger.api.event.RoleEvent.RoleDeleted;
import dev.flagledger.api.event.RoleEvent.RoleHolderAdded;
import dev.flagledger.api.event.RoleEvent.RoleHolderRemoved;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.event.RoleEvent.RoleRightsRemoved;
import dev.flagledger.api.event.TrustEvent.TrustChanged;
import dev.flagledger.api.event.TrustEvent.TrustCreated;
import dev.flagledger.api.event.TrustEvent.TrustDeleted;
import dev.flagledger.api.event.TrustEvent.TrustTokenIssued;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.api.trust.TrustRelationship;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import dev.flagledger.query.audit.row.EventDescriptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of roles and of trust relationships. */
class RoleDescriptionsTest {

    private static final int ROLE = 4;
    private static final RoleDetails DEPLOYERS = new RoleDetails("Deployers", null, List.of());
    private static final RoleGrant VIEW = new RoleGrant(
            31, GrantPlace.project(Shop.PROJECT), false, List.of(TaggedPermission.everywhere(Permission.VIEW_PROJECT)));
    private static final TrustDetails CI = new TrustDetails("ci", "https://ci.example.test", "flags", List.of());
    private static final Installation SHOP = Shop.open()
            .then(
                    new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(21, "terraform")),
                    new GroupCreated(Shop.ORGANISATION, 30, new GroupDetails("Ops", false, null)),
                    new RoleCreated(Shop.ORGANISATION, ROLE, DEPLOYERS),
                    new RoleRightsChanged(Shop.ORGANISATION, ROLE, VIEW),
                    new TrustCreated(Shop.ORGANISATION, new TrustRelationship(51, 21, CI)))
            .state();

    @Test
    void rolesAreToldOfByName() {
        assertThat(told(new RoleCreated(Shop.ORGANISATION, 5, DEPLOYERS)).summary())
                .isEqualTo("New Role created: Deployers");
        var changed = told(new RoleChanged(Shop.ORGANISATION, ROLE, new RoleDetails("Ops", "who", List.of(91))));
        assertThat(changed.summary()).isEqualTo("Role updated: Ops");
        assertThat(changed.difference())
                .containsExactly(
                        new FieldChange("name", "Deployers", "Ops"),
                        new FieldChange("description", null, "who"),
                        new FieldChange("tags", List.of(), List.of(91)));
        assertThat(told(new RoleDeleted(Shop.ORGANISATION, ROLE)).summary()).isEqualTo("Role deleted: Deployers");
    }

    @Test
    void permissionsAreToldOfBeforeAndAfter() {
        var removed = told(new RoleRightsRemoved(Shop.ORGANISATION, ROLE, 31, VIEW.place()));

        assertThat(removed.summary()).isEqualTo("Permissions of role changed: Deployers");
        assertThat(removed.difference()).singleElement().satisfies(field -> {
            assertThat(field.field()).isEqualTo("permissions");
            assertThat(field.now()).isEqualTo(List.of());
        });
        assertThat(told(new RoleRightsChanged(
                                Shop.ORGANISATION, ROLE, new RoleGrant(31, VIEW.place(), true, VIEW.permissions())))
                        .difference())
                .containsExactly(new FieldChange("admin", false, true));
    }

    @ParameterizedTest
    @CsvSource({"USER, 2, bo@example.test", "GROUP, 30, Ops", "API_KEY, 21, terraform", "USER, 99, 99"})
    void holdersAreNamed(GrantHolder.Kind kind, int id, String name) {
        var holder = new GrantHolder(kind, id);

        assertThat(told(new RoleHolderAdded(Shop.ORGANISATION, ROLE, 41, holder))
                        .summary())
                .isEqualTo("Role Deployers given to: " + name);
        assertThat(told(new RoleHolderRemoved(Shop.ORGANISATION, ROLE, 41, holder))
                        .summary())
                .isEqualTo("Role Deployers taken from: " + name);
    }

    @Test
    void theAddressOfAHolderIsErasedWithThePerson() {
        var told = told(new RoleHolderAdded(Shop.ORGANISATION, ROLE, 41, GrantHolder.user(Shop.BO)));

        assertThat(told.redaction()).isNotNull().satisfies(redaction -> {
            assertThat(redaction.subject()).isEqualTo(Subject.user(Shop.BO));
            assertThat(redaction.log()).doesNotContain("bo@example.test");
        });
    }

    @Test
    void trustRelationshipsAreToldOfByName() {
        assertThat(told(new TrustCreated(Shop.ORGANISATION, new TrustRelationship(52, 21, CI)))
                        .summary())
                .isEqualTo("New Trust relationship created: ci");
        assertThat(told(new TrustChanged(
                                Shop.ORGANISATION,
                                51,
                                new TrustDetails("ci", "https://ci.example.test", "f", List.of())))
                        .difference())
                .containsExactly(new FieldChange("audience", "flags", "f"));
        assertThat(told(new TrustDeleted(Shop.ORGANISATION, 51)).summary()).isEqualTo("Trust relationship deleted: ci");
        assertThat(told(new TrustTokenIssued(Shop.ORGANISATION, 51, "repo:ana/flags"))
                        .summary())
                .isEqualTo("Workload logged in by: ci");
    }

    private static EventDescription told(LedgerEvent event) {
        return EventDescriptions.of(SHOP, event).orElseThrow();
    }
}
