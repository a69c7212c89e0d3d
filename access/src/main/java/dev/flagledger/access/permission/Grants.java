package dev.flagledger.access.permission;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import java.util.Arrays;
import java.util.List;

/**
 * What an actor may do with one thing.
 *
 * @param admin whether everything; no right is named then
 * @param rights the keys of the rights that they have
 */
public record Grants(boolean admin, List<String> rights) {

    /** The actor's grants on an organisation, a project or an environment, which is the level's. */
    public static Grants of(Installation installation, Actor actor, PermissionLevel level, Scope scope) {
        if (AccessPolicy.may(installation, actor, level.admin(), scope)) {
            return new Grants(true, List.of());
        }
        var rights = level.rights().stream().map(PermissionLevel.Right::key).toList();
        return new Grants(
                false,
                Arrays.stream(Permission.values())
                        .filter(permission -> rights.contains(permission.name()))
                        .filter(permission -> AccessPolicy.may(installation, actor, permission, scope))
                        .map(Permission::name)
                        .toList());
    }
}
