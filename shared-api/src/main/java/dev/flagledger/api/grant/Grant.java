package dev.flagledger.api.grant;

import dev.flagledger.api.access.Permission;
import java.util.List;

/**
 * The permissions of one holder on one object. There is at most one grant for each holder and object.
 *
 * @param admin whether all permissions on the object, and on what it contains, are held
 * @param permissions distinct and in the order of their declaration; those of other levels are stored, but have no effect
 */
public record Grant(int id, GrantHolder holder, GrantPlace place, boolean admin, List<Permission> permissions) {

    public Grant {
        permissions = permissions.stream().distinct().sorted().toList();
    }

    /** Returns the grant of the user who created an object. */
    public static Grant ofCreator(int id, int userId, GrantPlace created) {
        return new Grant(id, GrantHolder.user(userId), created, true, List.of());
    }
}
