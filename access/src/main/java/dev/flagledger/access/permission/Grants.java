package dev.flagledger.access.permission;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.state.Installation;
import java.util.Arrays;
import java.util.List;

/**
 * The permissions of an actor on a scope.
 *
 * @param admin whether all permissions are held; {@code rights} is empty then
 * @param rights keys of the permissions held
 */
public record Grants(boolean admin, List<String> rights) {

    /** Returns the permissions of an actor on a scope of this level. */
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
