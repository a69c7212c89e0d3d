package dev.flagledger.contract.view.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.api.role.RoleGrant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of a role on one object in the admin API.
 *
 * @param role id of the role
 * @param project id of the project; absent on other objects
 * @param environment id of the environment; absent on other objects
 * @param permissions names on an organisation, where tags limit nothing, and {@link Held} elsewhere
 * @param admin whether all permissions on the object are included; absent on an organisation
 */
public record RoleGrantView(
        int id,
        int role,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer project,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer environment,

        List<?> permissions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean admin) {

    /** A permission with the ids of its own tags. */
    public record Held(Permission permissionKey, List<Integer> tags) {}

    /** Returns the view of a grant of this role. */
    public static RoleGrantView of(int roleId, RoleGrant grant) {
        var place = grant.place();
        boolean tagged = place.kind() != GrantPlace.Kind.ORGANISATION;
        return new RoleGrantView(
                grant.id(),
                roleId,
                place.kind() == GrantPlace.Kind.PROJECT ? place.id() : null,
                place.kind() == GrantPlace.Kind.ENVIRONMENT ? place.id() : null,
                tagged
                        ? grant.permissions().stream()
                                .map(held -> new Held(held.permission(), held.tags()))
                                .toList()
                        : grant.permissions().stream()
                                .map(TaggedPermission::permission)
                                .toList(),
                tagged ? grant.admin() : null);
    }
}
