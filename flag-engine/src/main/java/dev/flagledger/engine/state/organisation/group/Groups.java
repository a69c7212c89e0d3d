package dev.flagledger.engine.state.organisation.group;

import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.GroupEvent.GroupAdminChanged;
import dev.flagledger.api.event.GroupEvent.GroupChanged;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.engine.Lookup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePSet;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The groups of an organisation's members.
 *
 * @param byId the groups, by id
 * @param ofMember ids of groups, by user id
 */
public record Groups(PSortedMap<Integer, Group> byId, PMap<Integer, PSet<Integer>> ofMember) {

    /** None. */
    public static final Groups NONE = new Groups(TreePMap.empty(), IntTreePMap.empty());

    /** Returns the group with this id. */
    public Optional<Group> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the ids of the groups that the user is in. */
    public Set<Integer> of(int userId) {
        return ofMember.getOrDefault(userId, HashTreePSet.empty());
    }

    /** Returns the ids of the groups that new members of the organisation join, sorted. */
    public List<Integer> defaults() {
        return byId.values().stream()
                .filter(group -> group.details().isDefault())
                .map(Group::id)
                .toList();
    }

    /** Returns whether the user is an admin of the group. */
    public boolean isAdmin(int groupId, int userId) {
        var group = byId.get(groupId);
        return group != null && group.isAdmin(userId);
    }

    /** Returns the groups after an event of one of them. */
    public Groups evolve(GroupEvent event) {
        int id = event.groupId();
        return switch (event) {
            case GroupCreated e -> with(new Group(id, e.details()));
            case GroupChanged e -> with(group(id).with(e.details()));
            case GroupMembersAdded e -> with(group(id).with(e.userIds())).joined(id, e.userIds());
            case GroupMembersRemoved e -> with(group(id).without(e.userIds())).left(id, e.userIds());
            case GroupAdminChanged e -> with(group(id).administered(e.userId(), e.admin()));
            case GroupDeleted _ -> {
                var members = List.copyOf(group(id).members().keySet());
                yield new Groups(byId.minus(id), ofMember).left(id, members);
            }
        };
    }

    /** Returns the groups after a member left the organisation. */
    public Groups without(int userId) {
        var left = this;
        for (int id : of(userId)) {
            left = left.with(left.group(id).without(List.of(userId)));
        }
        return new Groups(left.byId, ofMember.minus(userId));
    }

    private Group group(int id) {
        return Lookup.required(byId, id, "group");
    }

    private Groups with(Group group) {
        return new Groups(byId.plus(group.id(), group), ofMember);
    }

    private Groups joined(int id, List<Integer> userIds) {
        var changed = ofMember;
        for (int user : userIds) {
            changed = changed.plus(
                    user, changed.getOrDefault(user, HashTreePSet.empty()).plus(id));
        }
        return new Groups(byId, changed);
    }

    private Groups left(int id, List<Integer> userIds) {
        var changed = ofMember;
        for (int user : userIds) {
            var others = changed.getOrDefault(user, HashTreePSet.empty()).minus(id);
            changed = others.isEmpty() ? changed.minus(user) : changed.plus(user, others);
        }
        return new Groups(byId, changed);
    }
}
