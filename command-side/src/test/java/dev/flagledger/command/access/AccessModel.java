package dev.flagledger.command.access;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantCommand;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupCommand;
import dev.flagledger.engine.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of permissions in the sample organisation, told anew in the simplest way: by a search of all rows. */
final class AccessModel {

    private static final GrantPlace ACME = GrantPlace.organisation(Shop.ORGANISATION);
    private static final GrantPlace SHOP = GrantPlace.project(Shop.PROJECT);

    final Map<Integer, Boolean> admins = new HashMap<>();
    final Map<Integer, Map<Integer, Boolean>> groups = new HashMap<>();
    final List<Grant> grants = new ArrayList<>();
    final Set<Integer> environments = new HashSet<>(Set.of(Shop.LIVE, Shop.STAGING));

    void apply(GroupCommand command) {
        var members = groups.computeIfAbsent(command.groupId(), _ -> new HashMap<>());
        switch (command) {
            case GroupCommand.CreateGroup _, GroupCommand.ChangeGroup _ -> {}
            case GroupCommand.AddGroupMembers c -> c.userIds().forEach(user -> members.putIfAbsent(user, false));
            case GroupCommand.RemoveGroupMembers c -> members.keySet().removeAll(c.userIds());
            case GroupCommand.ChangeGroupAdmin c -> members.put(c.userId(), c.admin());
            case GroupCommand.DeleteGroup c -> {
                groups.remove(c.groupId());
                end(GrantHolder.group(c.groupId()));
            }
        }
    }

    void apply(GrantCommand command) {
        switch (command) {
            case GrantCommand.GrantPermissions c -> grants.add(c.grant());
            case GrantCommand.ChangeGrant c -> {
                grants.removeIf(grant -> grant.id() == c.grant().seen().id());
                grants.add(c.grant().wanted());
            }
            case GrantCommand.WithdrawGrant c -> grants.removeIf(grant -> grant.id() == c.grantId());
        }
    }

    void leave(int user) {
        admins.remove(user);
        groups.values().forEach(members -> members.remove(user));
        end(GrantHolder.user(user));
    }

    private void end(GrantHolder holder) {
        grants.removeIf(grant -> grant.holder().equals(holder));
    }

    void deleteEnvironment(int id) {
        environments.remove(id);
        grants.removeIf(grant -> grant.place().equals(GrantPlace.environment(id)));
    }

    /** Of permissions that are held in organisations. */
    boolean may(int user, Permission permission, Scope scope) {
        if (!admins.containsKey(user) || (scope instanceof Scope.OfEnvironment(var id) && !environments.contains(id))) {
            return false;
        }
        if (admins.get(user)) {
            return true;
        }
        boolean ofProject = !(scope instanceof Scope.OfOrganisation || scope instanceof Scope.OfGroup);
        boolean projectAdmin = ofProject && rows(user, SHOP).anyMatch(Grant::admin);
        boolean environmentAdmin = scope instanceof Scope.OfEnvironment(var id)
                && rows(user, GrantPlace.environment(id)).anyMatch(Grant::admin);
        return switch (permission) {
            case VIEW_ORGANISATION -> true;
            case CREATE_PROJECT, MANAGE_USER_GROUPS -> holds(user, ACME, permission);
            case MANAGE_GROUP ->
                holds(user, ACME, Permission.MANAGE_USER_GROUPS)
                        || (scope instanceof Scope.OfGroup(var _, var group)
                                && groups.getOrDefault(group, Map.of()).getOrDefault(user, false));
            case MANAGE_GRANTS -> projectAdmin || environmentAdmin;
            case PROJECT_ADMIN -> projectAdmin;
            case VIEW_PROJECT, CREATE_FEATURE, DELETE_FEATURE ->
                projectAdmin || (ofProject && holds(user, SHOP, permission));
            case VIEW_ENVIRONMENT, UPDATE_FEATURE_STATE ->
                projectAdmin
                        || environmentAdmin
                        || (scope instanceof Scope.OfEnvironment(var id)
                                && holds(user, GrantPlace.environment(id), permission));
            default -> false;
        };
    }

    private boolean holds(int user, GrantPlace place, Permission permission) {
        return rows(user, place).anyMatch(grant -> grant.permissions().contains(permission));
    }

    private Stream<Grant> rows(int user, GrantPlace place) {
        return grants.stream().filter(grant -> grant.place().equals(place)).filter(grant -> switch (grant.holder()
                .kind()) {
            case USER -> grant.holder().id() == user;
            case GROUP -> groups.getOrDefault(grant.holder().id(), Map.of()).containsKey(user);
            case API_KEY -> false;
        });
    }
}
