package dev.flagledger.engine;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.event.GrantEvent.PermissionsChanged;
import dev.flagledger.api.event.GrantEvent.PermissionsGranted;
import dev.flagledger.api.event.GrantEvent.PermissionsWithdrawn;
import dev.flagledger.api.event.GroupEvent.GroupAdminChanged;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupDetails;
import java.util.ArrayList;
import java.util.List;

/** Moves on groups and granted permissions. */
final class PlayedAccess {

    private static final List<Permission> KEYS =
            List.of(Permission.VIEW_PROJECT, Permission.CREATE_FEATURE, Permission.VIEW_ENVIRONMENT);

    private final History history;
    private final World world;
    private final List<Integer> groups = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();

    PlayedAccess(History history, World world) {
        this.history = history;
        this.world = world;
    }

    /** Makes the move if it is one of these; returns whether it is. */
    boolean make(Move move) {
        switch (move.kind()) {
            case GROUP -> addGroup(move);
            case JOIN_GROUP -> World.pick(groups, move.one()).ifPresent(group -> join(group, move));
            case LEAVE_GROUP ->
                World.pick(groups, move.one())
                        .ifPresent(group ->
                                history.then(new GroupMembersRemoved(Shop.ORGANISATION, group, List.of(user(move)))));
            case DELETE_GROUP -> World.pick(groups, move.one()).ifPresent(this::delete);
            case GRANT -> World.pick(places(), move.one()).ifPresent(place -> grant(place, move));
            case WITHDRAW -> World.pick(grants, move.one()).ifPresent(this::withdraw);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int user(Move move) {
        return Shop.ANA + move.two() % 2;
    }

    private void addGroup(Move move) {
        int id = world.next();
        groups.add(id);
        history.then(new GroupCreated(Shop.ORGANISATION, id, new GroupDetails("group " + id, move.enabled(), null)));
    }

    private void join(int group, Move move) {
        history.then(
                new GroupMembersAdded(Shop.ORGANISATION, group, List.of(user(move))),
                new GroupAdminChanged(Shop.ORGANISATION, group, user(move), move.enabled()));
    }

    private void delete(int group) {
        groups.remove(Integer.valueOf(group));
        grants.removeIf(grant -> grant.holder().equals(GrantHolder.group(group)));
        history.then(new GroupDeleted(Shop.ORGANISATION, group));
    }

    private List<GrantPlace> places() {
        var places = new ArrayList<GrantPlace>();
        places.add(GrantPlace.organisation(Shop.ORGANISATION));
        world.projects.forEach(project -> places.add(GrantPlace.project(project)));
        world.environments.forEach(environment -> places.add(GrantPlace.environment(environment.id())));
        return places;
    }

    /** Grants something, or changes what is granted. */
    private void grant(GrantPlace place, Move move) {
        var holder = World.pick(groups, move.two())
                .filter(_ -> move.enabled())
                .map(GrantHolder::group)
                .orElse(GrantHolder.user(user(move)));
        var permissions = KEYS.subList(0, move.two() % KEYS.size());
        var before = grants.stream()
                .filter(known -> known.holder().equals(holder) && known.place().equals(place))
                .findAny();
        int id = before.map(Grant::id).orElseGet(world::next);
        var grant = new Grant(id, holder, place, move.two() % 5 == 0, permissions);
        before.ifPresent(grants::remove);
        grants.add(grant);
        history.then(
                before.isPresent()
                        ? new PermissionsChanged(Shop.ORGANISATION, grant)
                        : new PermissionsGranted(Shop.ORGANISATION, grant));
    }

    private void withdraw(Grant grant) {
        grants.remove(grant);
        history.then(new PermissionsWithdrawn(Shop.ORGANISATION, grant.id(), grant.place()));
    }
}
