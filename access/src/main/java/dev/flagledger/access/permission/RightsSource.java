package dev.flagledger.access.permission;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.TaggedPermission;
import dev.flagledger.engine.state.organisation.role.RoleRights;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an actor is granted on one object from one source.
 *
 * @param groupId id of the group that the actor has it from; null for the actor's own
 * @param role the role that grants it; null for none
 * @param admin whether all permissions are granted
 */
public record RightsSource(
        @Nullable Integer groupId, @Nullable RoleRights role, boolean admin, List<TaggedPermission> permissions) {

    static RightsSource of(@Nullable Integer groupId, Grant grant) {
        return new RightsSource(
                groupId,
                null,
                grant.admin(),
                grant.permissions().stream().map(TaggedPermission::everywhere).toList());
    }

    static RightsSource of(@Nullable Integer groupId, RoleRights role) {
        return new RightsSource(groupId, role, role.admin(), role.permissions());
    }

    /** Returns whether the source is a grant to the actor itself. */
    public boolean isDirect() {
        return groupId == null && role == null;
    }

    /** Returns whether this permission is granted on all features, or on a feature with these tags. */
    boolean grants(Permission permission, Collection<Integer> tags) {
        for (var granted : permissions) {
            if (granted.permission() == permission && (granted.tags().isEmpty() || isAny(granted.tags(), tags))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether this permission is granted, with or without a limit. */
    boolean names(Permission permission) {
        return permissions.stream().anyMatch(granted -> granted.permission() == permission);
    }

    private static boolean isAny(List<Integer> limit, Collection<Integer> tags) {
        for (int tag : limit) {
            if (tags.contains(tag)) {
                return true;
            }
        }
        return false;
    }
}
