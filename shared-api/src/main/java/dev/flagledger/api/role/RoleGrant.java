package dev.flagledger.api.role;

import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.grant.TaggedPermission;
import java.util.List;

/**
 * The permissions of a role on one object.
 *
 * @param id unique among the grants of all roles
 * @param admin whether it includes all permissions on the object; false for an organisation
 * @param permissions each once, sorted; tags of their own precede those of the role
 */
public record RoleGrant(int id, GrantPlace place, boolean admin, List<TaggedPermission> permissions) {}
