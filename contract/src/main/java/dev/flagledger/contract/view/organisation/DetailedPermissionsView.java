package dev.flagledger.contract.view.organisation;

import java.util.List;

/**
 * A user's permissions on a resource with their origin, in the admin API. All come from the user's role in the organisation and
 * count as granted directly, since groups and further roles are not supported.
 *
 * @param isDirectlyGranted the origin of the admin role, as is {@code derivedFrom}
 */
public record DetailedPermissionsView(
        boolean admin, List<PermissionView> permissions, boolean isDirectlyGranted, SourcesView derivedFrom) {

    private static final SourcesView NOTHING = new SourcesView(List.of(), List.of());

    /** A permission with its origin. */
    public record PermissionView(String permissionKey, boolean isDirectlyGranted, SourcesView derivedFrom) {}

    /** The groups and roles that grant a permission. */
    public record SourcesView(List<Object> groups, List<Object> roles) {}

    public static DetailedPermissionsView of(boolean admin, List<String> permissions) {
        var rights = permissions.stream()
                .map(key -> new PermissionView(key, true, NOTHING))
                .toList();
        return new DetailedPermissionsView(admin, rights, admin, NOTHING);
    }
}
