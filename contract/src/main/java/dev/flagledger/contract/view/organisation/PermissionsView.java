package dev.flagledger.contract.view.organisation;

import java.util.List;

/** The caller's permissions on a resource in the admin API. Permissions by tag are not supported. */
public record PermissionsView(List<String> permissions, boolean admin, List<Object> tagBasedPermissions) {

    public static PermissionsView of(boolean admin, List<String> permissions) {
        return new PermissionsView(permissions, admin, List.of());
    }
}
