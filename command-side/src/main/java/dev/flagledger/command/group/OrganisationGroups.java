package dev.flagledger.command.group;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.isLive;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.GroupEvent.GroupAdminChanged;
import dev.flagledger.api.event.GroupEvent.GroupChanged;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.GroupEvent.GroupMembersAdded;
import dev.flagledger.api.event.GroupEvent.GroupMembersRemoved;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.event.ScimEvent;
import dev.flagledger.api.event.ScimEvent.ScimGroupFilled;
import dev.flagledger.api.group.GroupCommand.AddGroupMembers;
import dev.flagledger.api.group.GroupCommand.ChangeGroup;
import dev.flagledger.api.group.GroupCommand.ChangeGroupAdmin;
import dev.flagledger.api.group.GroupCommand.CreateGroup;
import dev.flagledger.api.group.GroupCommand.DeleteGroup;
import dev.flagledger.api.group.GroupCommand.RemoveGroupMembers;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.scim.ScimCommand.FillGroup;
import dev.flagledger.command.edit.Edits;
import dev.flagledger.engine.state.organisation.group.Group;
import dev.flagledger.engine.state.organisation.group.Groups;
import dev.flagledger.engine.state.organisation.scim.Provisioning;
import dev.flagledger.ledger.log.Attribution;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;

/** The groups of an organisation, as part of its aggregate, so that only its members are in them. */
public final class OrganisationGroups {

    private static final String GROUP = "UserPermissionGroup";

    private final Map<Integer, Role> members = new HashMap<>();
    private Groups groups = Groups.NONE;
    private Provisioning provisioning = Provisioning.NONE;

    /** Adds a new member to groups beside the default ones; those that do not exist are ignored. */
    public void add(int organisationId, int userId, Collection<Integer> further) {
        further.stream()
                .sorted()
                .flatMap(id -> groups.find(id).stream())
                .filter(group -> !group.members().containsKey(userId))
                .forEach(group -> apply(new GroupMembersAdded(organisationId, group.id(), List.of(userId))));
    }

    @CommandHandler
    void handle(CreateGroup command) {
        requireUnique(command.groupId(), command.details());
        apply(new GroupCreated(command.organisationId(), command.groupId(), command.details()));
    }

    @CommandHandler
    void handle(ChangeGroup command) {
        var current = group(command.groupId()).details();
        var changed = Edits.merged(command.details(), current);
        if (!changed.equals(current)) {
            requireUnique(command.groupId(), changed);
            apply(new GroupChanged(command.organisationId(), command.groupId(), changed));
        }
    }

    @CommandHandler
    void handle(AddGroupMembers command, MetaData sent) {
        var group = group(command.groupId());
        requireOthers(command.userIds(), sent, true);
        if (!members.keySet().containsAll(command.userIds())) {
            throw new Rejected(new Rejection.Missing("FFAdminUser"));
        }
        var joining = command.userIds().stream()
                .distinct()
                .filter(user -> !group.members().containsKey(user))
                .toList();
        if (!joining.isEmpty()) {
            apply(new GroupMembersAdded(command.organisationId(), group.id(), joining));
        }
    }

    @CommandHandler
    void handle(RemoveGroupMembers command, MetaData sent) {
        var group = group(command.groupId());
        requireOthers(command.userIds(), sent, false);
        var leaving = command.userIds().stream()
                .distinct()
                .filter(group.members()::containsKey)
                .toList();
        if (!leaving.isEmpty()) {
            apply(new GroupMembersRemoved(command.organisationId(), group.id(), leaving));
        }
    }

    /** The directory's statement is recorded for all, and holds at once for those who are members. */
    @CommandHandler
    void handle(FillGroup command) {
        var group = group(command.groupId());
        var filling = Filling.of(command, group, members.keySet(), provisioning);
        int organisation = command.organisationId();
        if (!filling.changesNothing()) {
            apply(new ScimGroupFilled(organisation, group.id(), filling.added(), filling.removed()));
        }
        if (!filling.joining().isEmpty()) {
            apply(new GroupMembersAdded(organisation, group.id(), filling.joining()));
        }
        if (!filling.leaving().isEmpty()) {
            apply(new GroupMembersRemoved(organisation, group.id(), filling.leaving()));
        }
    }

    @CommandHandler
    void handle(ChangeGroupAdmin command) {
        var group = group(command.groupId());
        if (!group.members().containsKey(command.userId())) {
            throw new Rejected(new Rejection.Missing("FFAdminUser"));
        }
        if (group.isAdmin(command.userId()) != command.admin()) {
            apply(new GroupAdminChanged(command.organisationId(), group.id(), command.userId(), command.admin()));
        }
    }

    @CommandHandler
    void handle(DeleteGroup command) {
        group(command.groupId());
        apply(new GroupDeleted(command.organisationId(), command.groupId()));
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case GroupEvent e -> {
                groups = groups.evolve(e);
                provisioning = provisioning.evolve(e);
            }
            case ScimEvent e -> provisioning = provisioning.evolve(e, Instant.EPOCH);
            case MemberJoined e -> {
                members.put(e.userId(), e.role());
                welcome(e);
            }
            case MemberRoleChanged e -> members.put(e.userId(), e.role());
            case MemberRemoved e -> {
                members.remove(e.userId());
                groups = groups.without(e.userId());
            }
            case OrganisationEvent _ -> {}
        }
    }

    /** Puts a new member into the default groups and those of the directory, however they have joined. Not while the aggregate is loaded. */
    private void welcome(MemberJoined event) {
        if (isLive()) {
            Stream.concat(groups.defaults().stream(), provisioning.groupsOf(event.userId()).stream())
                    .distinct()
                    .sorted()
                    .forEach(group ->
                            apply(new GroupMembersAdded(event.organisationId(), group, List.of(event.userId()))));
        }
    }

    private Group group(int id) {
        return groups.find(id).orElseThrow(() -> new Rejected(new Rejection.Missing(GROUP)));
    }

    /** Who manages groups must not gain what is granted to one. Admins of the organisation have it anyway. */
    private void requireOthers(List<Integer> userIds, MetaData sent, boolean joining) {
        var self = Attribution.actorOf(sent).userId();
        if (self != null && userIds.contains(self) && members.get(self) != Role.ADMIN) {
            throw new Rejected(new Rejection.Oneself(joining));
        }
    }

    private void requireUnique(int id, GroupDetails details) {
        var external = details.externalId();
        if (external != null
                && groups.byId().values().stream()
                        .anyMatch(group -> group.id() != id
                                && external.equals(group.details().externalId()))) {
            throw new Rejected(new Rejection.Invalid(Rule.EXTERNAL_GROUP));
        }
    }
}
