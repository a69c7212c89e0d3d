package dev.flagledger.command.role;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.RoleEvent;
import dev.flagledger.api.event.RoleEvent.RoleChanged;
import dev.flagledger.api.event.RoleEvent.RoleCreated;
import dev.flagledger.api.event.RoleEvent.RoleDeleted;
import dev.flagledger.api.event.RoleEvent.RoleHolderAdded;
import dev.flagledger.api.event.RoleEvent.RoleHolderRemoved;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.event.RoleEvent.RoleRightsRemoved;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.role.RoleCommand;
import dev.flagledger.api.role.RoleCommand.AddHolder;
import dev.flagledger.api.role.RoleCommand.ChangeRights;
import dev.flagledger.api.role.RoleCommand.ChangeRole;
import dev.flagledger.api.role.RoleCommand.CreateRole;
import dev.flagledger.api.role.RoleCommand.DeleteRole;
import dev.flagledger.api.role.RoleCommand.GrantRights;
import dev.flagledger.api.role.RoleCommand.RemoveHolder;
import dev.flagledger.api.role.RoleCommand.RevokeRights;
import dev.flagledger.api.role.RoleGrant;
import dev.flagledger.command.edit.Edits;
import dev.flagledger.engine.state.organisation.role.OrganisationRole;
import dev.flagledger.engine.state.organisation.role.Roles;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The roles of an organisation, as a part of its aggregate. They are decided there, since it knows who can hold them. */
public final class OrganisationRoles {

    private Roles roles = Roles.NONE;

    /** Members, groups, and those API keys that have only what their roles give. */
    private final Set<GrantHolder> candidates = new HashSet<>();

    @CommandHandler
    void handle(CreateRole command) {
        apply(new RoleCreated(command.organisationId(), command.roleId(), command.details()));
    }

    @CommandHandler
    void handle(ChangeRole command) {
        var current = role(command.roleId()).details();
        var changed = Edits.merged(command.details(), current);
        if (!changed.equals(current)) {
            apply(new RoleChanged(command.organisationId(), command.roleId(), changed));
        }
    }

    @CommandHandler
    void handle(DeleteRole command) {
        role(command.roleId());
        apply(new RoleDeleted(command.organisationId(), command.roleId()));
    }

    @CommandHandler
    void handle(GrantRights command) {
        if (role(command.roleId()).on(command.grant().place()).isPresent()) {
            throw new Rejected(new Rejection.Invalid(Rule.ROLE_GRANT));
        }
        apply(new RoleRightsChanged(command.organisationId(), command.roleId(), command.grant()));
    }

    @CommandHandler
    void handle(ChangeRights command) {
        var current = grant(command, command.grant().id());
        if (!current.equals(command.grant())) {
            apply(new RoleRightsChanged(command.organisationId(), command.roleId(), command.grant()));
        }
    }

    @CommandHandler
    void handle(RevokeRights command) {
        var grant = grant(command, command.grantId());
        apply(new RoleRightsRemoved(command.organisationId(), command.roleId(), grant.id(), grant.place()));
    }

    @CommandHandler
    void handle(AddHolder command) {
        if (!candidates.contains(command.holder())) {
            throw missing(
                    switch (command.holder().kind()) {
                        case USER -> "FFAdminUser";
                        case GROUP -> "UserPermissionGroup";
                        case API_KEY -> "MasterAPIKey";
                    });
        }
        if (role(command.roleId()).isHeldBy(command.holder())) {
            throw new Rejected(new Rejection.Invalid(Rule.ROLE_HOLDER));
        }
        apply(new RoleHolderAdded(command.organisationId(), command.roleId(), command.holdingId(), command.holder()));
    }

    @CommandHandler
    void handle(RemoveHolder command) {
        var holder = Optional.ofNullable(role(command.roleId()).holders().get(command.holdingId()))
                .orElseThrow(() -> missing("Role"));
        apply(new RoleHolderRemoved(command.organisationId(), command.roleId(), command.holdingId(), holder));
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case RoleEvent e -> roles = roles.evolve(e);
            case MemberJoined e -> candidates.add(GrantHolder.user(e.userId()));
            case MemberRemoved e -> gone(GrantHolder.user(e.userId()));
            case GroupCreated e -> candidates.add(GrantHolder.group(e.groupId()));
            case GroupDeleted e -> gone(GrantHolder.group(e.groupId()));
            case ApiKeyCreated e -> keep(e.key());
            case ApiKeyChanged e -> keep(e.key());
            case ApiKeyRevoked e -> gone(GrantHolder.apiKey(e.keyId()));
            case OrganisationEvent _ -> {}
        }
    }

    private void keep(ApiKey key) {
        var holder = GrantHolder.apiKey(key.id());
        if (key.admin()) {
            gone(holder);
        } else {
            candidates.add(holder);
        }
    }

    private void gone(GrantHolder holder) {
        candidates.remove(holder);
        roles = roles.without(holder);
    }

    private OrganisationRole role(int id) {
        return roles.find(id).orElseThrow(() -> missing("Role"));
    }

    private RoleGrant grant(RoleCommand.OfRights command, int id) {
        return Optional.ofNullable(role(command.roleId()).grants().get(id))
                .filter(grant -> grant.place().equals(command.place()))
                .orElseThrow(() -> missing("RolePermission"));
    }

    private static Rejected missing(String what) {
        return new Rejected(new Rejection.Missing(what));
    }
}
