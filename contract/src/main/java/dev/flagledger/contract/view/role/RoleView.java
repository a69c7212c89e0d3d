package dev.flagledger.contract.view.role;

import dev.flagledger.engine.state.organisation.role.OrganisationRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role of an organisation in the admin API.
 *
 * @param organisation id of the organisation
 * @param tags ids of the tags that limit those of its permissions that can be limited
 */
public record RoleView(int id, String name, @Nullable String description, int organisation, List<Integer> tags) {

    /** Returns the view of a role of this organisation. */
    public static RoleView of(int organisationId, OrganisationRole role) {
        var details = role.details();
        return new RoleView(role.id(), details.name(), details.description(), organisationId, details.tags());
    }
}
