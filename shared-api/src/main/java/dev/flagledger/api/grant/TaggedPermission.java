package dev.flagledger.api.grant;

import dev.flagledger.api.access.Permission;
import java.util.List;

/**
 * A permission that may be limited to features with certain tags.
 *
 * @param tags ids of tags, one of which a feature must have; empty for no limit
 */
public record TaggedPermission(Permission permission, List<Integer> tags) {

    /** Returns the permission without a limit. */
    public static TaggedPermission everywhere(Permission permission) {
        return new TaggedPermission(permission, List.of());
    }
}
