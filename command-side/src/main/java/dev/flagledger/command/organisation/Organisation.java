package dev.flagledger.command.organisation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.LoginRuleEvent;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.event.OidcProviderEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyChanged;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyFirstUsed;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyRevoked;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldLifted;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.api.event.OrganisationEvent.MemberJoined;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.MemberRoleChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.event.RoleEvent;
import dev.flagledger.api.event.SamlEvent;
import dev.flagledger.api.event.TrustEvent;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.LoginRuleCommand.ChangeLoginPolicy;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeLegalHold;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeMemberRole;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeRetention;
import dev.flagledger.api.organisation.OrganisationCommand.CreateApiKey;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.LeaveOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.PruneEvents;
import dev.flagledger.api.organisation.OrganisationCommand.RemoveMembers;
import dev.flagledger.api.organisation.OrganisationCommand.RevokeApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.Entities;
import dev.flagledger.command.edit.Edits;
import dev.flagledger.command.grant.OrganisationGrants;
import dev.flagledger.command.group.OrganisationGroups;
import dev.flagledger.command.role.OrganisationRoles;
import dev.flagledger.command.saml.OrganisationSaml;
import dev.flagledger.command.trust.OrganisationTrusts;
import dev.flagledger.engine.state.organisation.EventRetention;
import dev.flagledger.ledger.log.Attribution;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of an organisation: its settings, members and API keys. */
@Aggregate(type = "organisation", cache = "currentAggregates")
class Organisation {

    @AggregateIdentifier
    String id;

    private OrganisationSettings settings;
    private final Members members = new Members();
    private final Entities<ApiKey> keys = new Entities<>("MasterAPIKey");
    private EventRetention retention = EventRetention.FOR_EVER;
    private LoginPolicy loginPolicy = LoginPolicy.OPEN;

    @AggregateMember
    private final OrganisationGroups groups = new OrganisationGroups();

    @AggregateMember
    private final OrganisationGrants grants = new OrganisationGrants();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // by Axon
    private final OrganisationRoles roles = new OrganisationRoles();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // by Axon
    private final OrganisationTrusts trusts = new OrganisationTrusts();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // by Axon
    private final OrganisationSaml saml = new OrganisationSaml();

    Organisation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateOrganisation command) {
        apply(new OrganisationCreated(command.organisationId(), command.uuid(), command.settings()));
        apply(new MemberJoined(command.organisationId(), command.founderId(), Role.ADMIN));
    }

    @CommandHandler
    void handle(ChangeOrganisation command) {
        var changed = Edits.merged(command.settings(), settings);
        if (!changed.equals(settings)) {
            apply(new OrganisationChanged(command.organisationId(), changed));
        }
    }

    @CommandHandler
    void handle(AdmitMember command) {
        admit(command.organisationId(), command.userId(), command.role(), List.of());
    }

    @CommandHandler
    void handle(ChangeMemberRole command, MetaData sent) {
        members.requireStillAdmin(Attribution.actorOf(sent));
        if (members.role(command.userId()) != command.role()) {
            if (command.role() != Role.ADMIN) {
                members.requireAdminBeside(Set.of(command.userId()));
            }
            apply(new MemberRoleChanged(command.organisationId(), command.userId(), command.role()));
        }
    }

    @CommandHandler
    void handle(RemoveMembers command, MetaData sent) {
        members.requireStillAdmin(Attribution.actorOf(sent));
        members.requireAdminBeside(command.userIds());
        command.userIds().stream()
                .filter(members::contains)
                .sorted()
                .forEach(user -> apply(new MemberRemoved(command.organisationId(), user)));
    }

    @CommandHandler
    void handle(LeaveOrganisation command) {
        members.role(command.userId());
        remove(command.organisationId(), command.userId());
    }

    @CommandHandler
    void handle(CreateApiKey command) {
        apply(new ApiKeyCreated(command.organisationId(), command.key()));
    }

    @CommandHandler
    void handle(ChangeApiKey command) {
        var current = keys.get(command.key().seen().id());
        var changed = Edits.merged(command.key(), current);
        if (!changed.equals(current)) {
            apply(new ApiKeyChanged(command.organisationId(), changed));
        }
    }

    @CommandHandler
    void handle(RevokeApiKey command) {
        keys.require(command.keyId());
        apply(new ApiKeyRevoked(command.organisationId(), command.keyId()));
    }

    @CommandHandler
    void handle(ChangeRetention command) {
        if (!Objects.equals(command.days(), retention.days())) {
            apply(new RetentionChanged(command.organisationId(), command.days()));
        }
    }

    @CommandHandler
    void handle(ChangeLegalHold command) {
        if (command.held() != retention.legalHold()) {
            apply(
                    command.held()
                            ? new LegalHoldPlaced(command.organisationId())
                            : new LegalHoldLifted(command.organisationId()));
        }
    }

    /** A hold that was set in the meantime, or another node that has pruned as far, leaves nothing to record. */
    @CommandHandler
    void handle(PruneEvents command) {
        if (retention.prunes() && command.horizon() > retention.prunedTo()) {
            apply(new EventsPruned(command.organisationId(), command.horizon()));
        }
    }

    @CommandHandler
    void handle(ChangeLoginPolicy command) {
        if (!command.policy().equals(loginPolicy)) {
            apply(new LoginPolicyChanged(command.organisationId(), command.policy()));
        }
    }

    /** Makes a user a member, of the default groups and of these; returns whether they were none. */
    boolean admit(int organisationId, int userId, Role role, Collection<Integer> further) {
        boolean joins = !members.contains(userId);
        if (joins) {
            apply(new MemberJoined(organisationId, userId, role));
            groups.add(organisationId, userId, further);
        }
        return joins;
    }

    /** Removes a member; rejected if no other admin is left. */
    void remove(int organisationId, int userId) {
        members.requireAdminBeside(Set.of(userId));
        apply(new MemberRemoved(organisationId, userId));
    }

    /** Grants the creator of a project or an environment everything on it. */
    void own(int organisationId, Grant grant) {
        grants.own(organisationId, grant);
    }

    /** Deletes the organisation, and returns the ids of its API keys. */
    Set<Integer> delete(int organisationId) {
        var ended = keys.ids();
        apply(new OrganisationDeleted(organisationId));
        return ended;
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case LoginRuleEvent rules -> {
                switch (rules) {
                    case LoginPolicyChanged e -> loginPolicy = e.policy();
                }
            }
            case OrganisationCreated e -> {
                id = OrganisationCommand.streamOf(e.organisationId());
                settings = e.settings();
            }
            case OrganisationChanged e -> settings = e.settings();
            // The entities below decide about these.
            case GroupEvent _, GrantEvent _, RoleEvent _, TrustEvent _ -> {}
            case MemberJoined e -> members.put(e.userId(), e.role());
            case MemberRoleChanged e -> members.put(e.userId(), e.role());
            case MemberRemoved e -> members.remove(e.userId());
            case ApiKeyCreated e -> keys.put(e.key().id(), e.key());
            case ApiKeyChanged e -> keys.put(e.key().id(), e.key());
            case ApiKeyRevoked e -> keys.remove(e.keyId());
            case ApiKeyFirstUsed _, OidcProviderEvent _ -> {}
            case InviteEvent _ -> throw new IllegalStateException("invites have streams of their own");
            case RetentionChanged e -> retention = retention.lasting(e.days());
            case LegalHoldPlaced _ -> retention = retention.held(true);
            case LegalHoldLifted _ -> retention = retention.held(false);
            case SamlEvent _ -> {}
            case EventsPruned e -> retention = retention.prunedTo(e.horizon());
            case OrganisationDeleted _ -> markDeleted();
        }
    }
}
