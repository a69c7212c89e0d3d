package dev.flagledger.contract.view.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.engine.state.organisation.role.OrganisationRole;
import org.jspecify.annotations.Nullable;

/**
 * A holder of a role in the admin API.
 *
 * @param id id of the holding
 * @param user id of the member; absent for other holders
 * @param group id of the group; absent for other holders
 * @param masterApiKey the {@code id} of the API key in its own view; absent for other holders
 * @param role id of the role
 * @param roleName name of the role, with API keys only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoleHolderView(
        int id,
        @Nullable Integer user,
        @Nullable Integer group,
        @Nullable String masterApiKey,
        int role,
        @Nullable String roleName) {

    /** Returns the view of a holder of this role. */
    public static RoleHolderView of(OrganisationRole role, int holdingId, GrantHolder holder) {
        int id = holder.id();
        return switch (holder.kind()) {
            case USER -> new RoleHolderView(holdingId, id, null, null, role.id(), null);
            case GROUP -> new RoleHolderView(holdingId, null, id, null, role.id(), null);
            case API_KEY ->
                new RoleHolderView(
                        holdingId,
                        null,
                        null,
                        Integer.toString(id),
                        role.id(),
                        role.details().name());
        };
    }
}
