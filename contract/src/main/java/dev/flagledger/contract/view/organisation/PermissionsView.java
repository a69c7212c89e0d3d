package dev.flagledger.contract.view.organisation;

import dev.flagledger.api.access.Permission;
import java.util.Collection;
import java.util.List;

/** A user's permissions on a resource in the admin API. Admins have all of them, and none is listed. */
public record PermissionsView(List<Permission> permissions, boolean admin, List<ByTag> tagBasedPermissions) {

    /**
     * Permissions that are limited to features with one of these tags.
     *
     * @param tags ids of tags
     */
    public record ByTag(Collection<Permission> permissions, List<Integer> tags) {}
}
