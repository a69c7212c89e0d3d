package dev.flagledger.engine.state.organisation.scim;

import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.api.event.ScimEvent;
import dev.flagledger.api.event.ScimEvent.ScimConnected;
import dev.flagledger.api.event.ScimEvent.ScimDisconnected;
import dev.flagledger.api.event.ScimEvent.ScimGroupFilled;
import dev.flagledger.api.event.ScimEvent.ScimPersonForgotten;
import dev.flagledger.api.event.ScimEvent.ScimPersonRecorded;
import dev.flagledger.api.event.ScimEvent.ScimTokenChanged;
import dev.flagledger.api.scim.ScimPerson;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What an organisation's directory has said.
 *
 * @param connection null if no directory provisions people
 * @param people whom the directory knows, by user id
 * @param groups ids of the groups that they are in, by user id: they join these when they become members
 */
public record Provisioning(
        @Nullable Connection connection, PSortedMap<Integer, ScimPerson> people, PMap<Integer, PSet<Integer>> groups) {

    /** No directory. */
    public static final Provisioning NONE = new Provisioning(null, TreePMap.empty(), IntTreePMap.empty());

    /** Returns what the directory says about a user. */
    public Optional<ScimPerson> person(int userId) {
        return Optional.ofNullable(people.get(userId));
    }

    /** Returns the ids of the groups that the directory has put a person into. */
    public Set<Integer> groupsOf(int userId) {
        return groups.getOrDefault(userId, HashTreePSet.empty());
    }

    /** Returns this after an event of it. */
    public Provisioning evolve(ScimEvent event, Instant at) {
        return switch (event) {
            case ScimConnected _ -> new Provisioning(new Connection(at, null), people, groups);
            case ScimTokenChanged _ ->
                new Provisioning(
                        new Connection(Objects.requireNonNull(connection).createdAt(), at), people, groups);
            case ScimDisconnected _ -> NONE;
            case ScimPersonRecorded e -> with(new ScimPerson(e.userId(), e.userName(), e.externalId(), e.takenOut()));
            case ScimPersonForgotten e ->
                new Provisioning(connection, people.minus(e.userId()), groups.minus(e.userId()));
            case ScimGroupFilled e -> filled(e);
        };
    }

    /** Returns this after an event of a group: whoever was taken out by hand is not put back. */
    public Provisioning evolve(GroupEvent event) {
        return switch (event) {
            case GroupMembersRemoved e -> without(e.groupId(), e.userIds());
            case GroupDeleted e -> without(e.groupId(), groups.keySet());
            case GroupEvent _ -> this;
        };
    }

    /** Returns this after a user has become a member. */
    public Provisioning joinedBy(int userId) {
        return person(userId)
                .filter(ScimPerson::takenOut)
                .map(person -> with(person.takenOut(false)))
                .orElse(this);
    }

    private Provisioning with(ScimPerson person) {
        return new Provisioning(connection, people.plus(person.userId(), person), groups);
    }

    /** Only people whom the directory knows are remembered. */
    private Provisioning filled(ScimGroupFilled event) {
        var changed = groups;
        for (int user : event.added()) {
            if (people.containsKey(user)) {
                changed = changed.plus(
                        user, changed.getOrDefault(user, HashTreePSet.empty()).plus(event.groupId()));
            }
        }
        return new Provisioning(connection, people, changed).without(event.groupId(), event.removed());
    }

    private Provisioning without(int groupId, Collection<Integer> users) {
        var changed = groups;
        for (int user : users) {
            var left = changed.getOrDefault(user, HashTreePSet.empty()).minus(groupId);
            changed = left.isEmpty() ? changed.minus(user) : changed.plus(user, left);
        }
        return new Provisioning(connection, people, changed);
    }
}
