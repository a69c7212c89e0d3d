package dev.flagledger.command.group;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.scim.ScimCommand.FillGroup;
import dev.flagledger.engine.state.organisation.group.Group;
import dev.flagledger.engine.state.organisation.scim.Provisioning;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a directory changes about who is in a group.
 *
 * @param added ids of users who were not in it
 * @param removed ids of users who were
 * @param joining those of the added who are members of the organisation
 * @param leaving those of the removed who are members of the group itself
 */
record Filling(List<Integer> added, List<Integer> removed, List<Integer> joining, List<Integer> leaving) {

    /** Compares with how it is; rejected if somebody is neither a member nor known to the directory. */
    static Filling of(FillGroup command, Group group, Set<Integer> members, Provisioning provisioning) {
        Predicate<Integer> known =
                user -> members.contains(user) || provisioning.person(user).isPresent();
        if (!command.added().stream().allMatch(known)) {
            throw new Rejected(new Rejection.Missing("FFAdminUser"));
        }
        Predicate<Integer> isIn = user -> group.members().containsKey(user)
                || (!members.contains(user) && provisioning.groupsOf(user).contains(group.id()));
        var added = sorted(command.added(), isIn.negate());
        var removed = sorted(command.removed(), isIn);
        return new Filling(
                added, removed, sorted(added, members::contains), sorted(removed, group.members()::containsKey));
    }

    boolean changesNothing() {
        return added.isEmpty() && removed.isEmpty();
    }

    private static List<Integer> sorted(Collection<Integer> users, Predicate<Integer> which) {
        return users.stream().filter(which).sorted().toList();
    }
}
