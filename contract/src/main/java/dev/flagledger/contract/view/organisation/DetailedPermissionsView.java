package dev.flagledger.contract.view.organisation;

import dev.flagledger.api.access.Permission;
import java.util.List;

/**
 * A user's permissions on a resource with their origin, in the admin API.
 *
 * @param isDirectlyGranted the origin of the admin role, as is {@code derivedFrom}; the role in the organisation counts as
 *     granted directly
 */
public record DetailedPermissionsView(
        boolean admin, List<PermissionView> permissions, boolean isDirectlyGranted, SourcesView derivedFrom) {

    /** A permission with its origin. */
    public record PermissionView(Permission permissionKey, boolean isDirectlyGranted, SourcesView derivedFrom) {}

    /** The groups and roles that grant a permission. */
    public record SourcesView(List<GroupView> groups, List<RoleView> roles) {}

    /** A group that grants a permission. */
    public record GroupView(int id, String name) {}

    /**
     * A role that grants a permission.
     *
     * @param tags ids of the role's tags
     */
    public record RoleView(int id, String name, List<Integer> tags) {}
}
