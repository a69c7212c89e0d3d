package dev.flagledger.engine.state.organisation.role;

import dev.flagledger.api.grant.TaggedPermission;
import java.util.List;

/**
 * What a role grants on one object.
 *
 * @param roleId id of the role
 * @param name name of the role
 * @param tags ids of the role's tags
 * @param admin whether all permissions on the object, and on what it contains, are granted
 */
public record RoleRights(
        int roleId, String name, List<Integer> tags, boolean admin, List<TaggedPermission> permissions) {}
