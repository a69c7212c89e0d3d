package dev.flagledger.contract.view.organisation;

import java.util.List;

/** What somebody may do with a thing, as the admin API has it. Nothing is granted by tag so far. */
public record PermissionsView(List<String> permissions, boolean admin, List<Object> tagBasedPermissions) {

    public static PermissionsView of(boolean admin, List<String> permissions) {
        return new PermissionsView(permissions, admin, List.of());
    }
}
