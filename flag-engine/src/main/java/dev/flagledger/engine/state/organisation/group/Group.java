package dev.flagledger.engine.state.organisation.group;

import dev.flagledger.api.group.GroupDetails;
import java.util.List;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A group of members.
 *
 * @param members whether they are admins of the group, by user id
 */
public record Group(int id, GroupDetails details, PSortedMap<Integer, Boolean> members) {

    Group(int id, GroupDetails details) {
        this(id, details, TreePMap.empty());
    }

    /** Returns whether the user is an admin of the group. */
    public boolean isAdmin(int userId) {
        return members.getOrDefault(userId, false);
    }

    Group with(GroupDetails changed) {
        return new Group(id, changed, members);
    }

    Group with(List<Integer> joined) {
        var changed = members;
        for (int user : joined) {
            changed = changed.containsKey(user) ? changed : changed.plus(user, false);
        }
        return new Group(id, details, changed);
    }

    Group without(List<Integer> left) {
        return new Group(id, details, members.minusAll(left));
    }

    /** Makes a member an admin or not; others are left as they are. */
    Group administered(int userId, boolean admin) {
        return members.containsKey(userId) ? new Group(id, details, members.plus(userId, admin)) : this;
    }
}
