package dev.flagledger.contract.view.organisation;

import java.util.List;

/**
 * What somebody may do with a thing and why, as the admin API has it. So far every right comes from what a member is in the
 * organisation, which counts as granted directly: there are neither groups nor further roles.
 *
 * @param isDirectlyGranted of being admin, as is {@code derivedFrom}
 */
public record DetailedPermissionsView(
        boolean admin, List<PermissionView> permissions, boolean isDirectlyGranted, SourcesView derivedFrom) {

    private static final SourcesView NOTHING = new SourcesView(List.of(), List.of());

    /** A right and where it comes from. */
    public record PermissionView(String permissionKey, boolean isDirectlyGranted, SourcesView derivedFrom) {}

    /** What else gives a right. */
    public record SourcesView(List<Object> groups, List<Object> roles) {}

    public static DetailedPermissionsView of(boolean admin, List<String> permissions) {
        var rights = permissions.stream()
                .map(key -> new PermissionView(key, true, NOTHING))
                .toList();
        return new DetailedPermissionsView(admin, rights, admin, NOTHING);
    }
}
