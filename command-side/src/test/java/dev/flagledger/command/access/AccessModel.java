package dev.flagledger.command.access;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantCommand;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.group.GroupCommand;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.role.RoleCommand;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.engine.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is what in the sample organisation, and all that is granted there, as plain rows. {@link AccessRules} reads them. */
final class AccessModel {

    /** Members and API keys, and whether each is an admin. */
    final Map<GrantHolder, Boolean> callers = new HashMap<>();

    /** The members of each group, and whether each is its admin. */
    final Map<Integer, Map<Integer, Boolean>> groups = new HashMap<>();

    final Set<Integer> defaultGroups = new HashSet<>();
    final List<Grant> grants = new ArrayList<>();
    final Map<Integer, PlainRole> roles = new HashMap<>();
    final Set<Integer> environments = new HashSet<>(Set.of(Shop.LIVE, Shop.STAGING));

    /** The tags of each feature. */
    final Map<Integer, List<Integer>> features = new HashMap<>();

    /** Whether only admins of the organisation create projects. */
    boolean restricted;

    /**
     * A role.
     *
     * @param grants by their id
     * @param holders by the id of the holding
     */
    record PlainRole(List<Integer> tags, Map<Integer, RoleGrant> grants, Map<Integer, GrantHolder> holders) {}

    void apply(LedgerCommand command) {
        switch (command) {
            case GroupCommand c -> apply(c);
            case GrantCommand c -> apply(c);
            case RoleCommand c -> apply(c);
            case OrganisationCommand c -> apply(c);
            default -> throw new AssertionError(command);
        }
    }

    private void apply(GroupCommand command) {
        var members = groups.computeIfAbsent(command.groupId(), _ -> new HashMap<>());
        switch (command) {
            case GroupCommand.CreateGroup c -> mark(c.groupId(), c.details().isDefault());
            case GroupCommand.ChangeGroup c ->
                mark(c.groupId(), c.details().wanted().isDefault());
            case GroupCommand.AddGroupMembers c -> c.userIds().forEach(user -> members.putIfAbsent(user, false));
            case GroupCommand.RemoveGroupMembers c -> members.keySet().removeAll(c.userIds());
            case GroupCommand.ChangeGroupAdmin c -> members.put(c.userId(), c.admin());
            case GroupCommand.DeleteGroup c -> {
                groups.remove(c.groupId());
                mark(c.groupId(), false);
                end(GrantHolder.group(c.groupId()));
            }
        }
    }

    private void mark(int group, boolean isDefault) {
        if (isDefault) {
            defaultGroups.add(group);
        } else {
            defaultGroups.remove(group);
        }
    }

    private void apply(GrantCommand command) {
        switch (command) {
            case GrantCommand.GrantPermissions c -> grants.add(c.grant());
            case GrantCommand.ChangeGrant c -> {
                grants.removeIf(grant -> grant.id() == c.grant().seen().id());
                grants.add(c.grant().wanted());
            }
            case GrantCommand.WithdrawGrant c -> grants.removeIf(grant -> grant.id() == c.grantId());
        }
    }

    private void apply(RoleCommand command) {
        var role = roles.getOrDefault(command.roleId(), new PlainRole(List.of(), new HashMap<>(), new HashMap<>()));
        switch (command) {
            case RoleCommand.CreateRole c ->
                roles.put(c.roleId(), new PlainRole(c.details().tags(), role.grants(), role.holders()));
            case RoleCommand.ChangeRole c ->
                roles.put(c.roleId(), new PlainRole(c.details().wanted().tags(), role.grants(), role.holders()));
            case RoleCommand.DeleteRole c -> roles.remove(c.roleId());
            case RoleCommand.GrantRights c -> role.grants().put(c.grant().id(), c.grant());
            case RoleCommand.ChangeRights c -> role.grants().put(c.grant().id(), c.grant());
            case RoleCommand.RevokeRights c -> role.grants().remove(c.grantId());
            case RoleCommand.AddHolder c -> role.holders().put(c.holdingId(), c.holder());
            case RoleCommand.RemoveHolder c -> role.holders().remove(c.holdingId());
        }
    }

    private void apply(OrganisationCommand command) {
        switch (command) {
            case OrganisationCommand.AdmitMember c -> {
                if (callers.putIfAbsent(GrantHolder.user(c.userId()), c.role() == Role.ADMIN) == null) {
                    defaultGroups.forEach(group ->
                            groups.computeIfAbsent(group, _ -> new HashMap<>()).put(c.userId(), false));
                }
            }
            case OrganisationCommand.ChangeMemberRole c ->
                callers.put(GrantHolder.user(c.userId()), c.role() == Role.ADMIN);
            case OrganisationCommand.RemoveMembers c -> c.userIds().forEach(this::leave);
            case OrganisationCommand.LeaveOrganisation c -> leave(c.userId());
            case OrganisationCommand.CreateApiKey c ->
                callers.put(GrantHolder.apiKey(c.key().id()), c.key().admin());
            case OrganisationCommand.ChangeApiKey c -> {
                var key = c.key().wanted();
                callers.put(GrantHolder.apiKey(key.id()), key.admin());
                if (key.admin()) {
                    end(GrantHolder.apiKey(key.id()));
                }
            }
            case OrganisationCommand.RevokeApiKey c -> {
                callers.remove(GrantHolder.apiKey(c.keyId()));
                end(GrantHolder.apiKey(c.keyId()));
            }
            case OrganisationCommand.ChangeOrganisation c ->
                restricted = c.settings().wanted().restrictProjectCreateToAdmin();
            default -> throw new AssertionError(command);
        }
    }

    private void leave(int user) {
        callers.remove(GrantHolder.user(user));
        groups.values().forEach(members -> members.remove(user));
        end(GrantHolder.user(user));
    }

    private void end(GrantHolder holder) {
        grants.removeIf(grant -> grant.holder().equals(holder));
        roles.values().forEach(role -> role.holders().values().removeIf(holder::equals));
    }

    void deleteEnvironment(int id) {
        environments.remove(id);
        grants.removeIf(grant -> grant.place().equals(GrantPlace.environment(id)));
    }

    /** Limits that name it stay. */
    void deleteTag(int id) {
        features.replaceAll((_, tags) -> tags.stream().filter(tag -> tag != id).toList());
    }
}
