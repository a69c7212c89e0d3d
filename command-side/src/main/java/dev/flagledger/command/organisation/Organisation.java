package dev.flagledger.command.organisation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GroupEvent;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.LoginRuleEvent;
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
import dev.flagledger.api.event.ScimEvent;
import dev.flagledger.api.event.TrustEvent;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.edit.Edits;
import dev.flagledger.command.grant.OrganisationGrants;
import dev.flagledger.command.group.OrganisationGroups;
import dev.flagledger.command.organisation.login.OrganisationLogins;
import dev.flagledger.command.organisation.scim.OrganisationScim;
import dev.flagledger.command.retention.OrganisationRetention;
import dev.flagledger.command.role.OrganisationRoles;
import dev.flagledger.command.saml.OrganisationSaml;
import dev.flagledger.command.trust.OrganisationTrusts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of an organisation: its settings, and the parts that decide about all else that it has. */
@Aggregate(type = "organisation", cache = "currentAggregates")
class Organisation {

    @AggregateIdentifier
    String id;

    private OrganisationSettings settings;

    @AggregateMember
    private final OrganisationMembers members = new OrganisationMembers();

    @AggregateMember
    private final OrganisationKeys keys = new OrganisationKeys();

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

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // by Axon
    private final OrganisationScim scim = new OrganisationScim();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // by Axon
    private final OrganisationLogins logins = new OrganisationLogins();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // by Axon
    private final OrganisationRetention retention = new OrganisationRetention();

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

    /** Makes a user a member, of the default groups and of these; returns whether they were none. */
    boolean admit(int organisationId, int userId, Role role, Collection<Integer> further) {
        boolean joins = !members.contains(userId);
        if (joins) {
            apply(new MemberJoined(organisationId, userId, role));
            groups.add(organisationId, userId, further);
        }
        return joins;
    }

    /** Removes a member; rejected if no other admin is left. {@code inactive} are the members who cannot use their accounts. */
    void remove(int organisationId, int userId, Set<Integer> inactive) {
        members.end(organisationId, userId, inactive);
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
            case OrganisationCreated e -> {
                id = OrganisationCommand.streamOf(e.organisationId());
                settings = e.settings();
            }
            case OrganisationChanged e -> settings = e.settings();
            // The parts decide about these.
            case MemberJoined _, MemberRoleChanged _, MemberRemoved _ -> {}
            case GroupEvent _, GrantEvent _, RoleEvent _, TrustEvent _, SamlEvent _, ScimEvent _, LoginRuleEvent _ -> {}
            case ApiKeyCreated _, ApiKeyChanged _, ApiKeyRevoked _ -> {}
            case RetentionChanged _, LegalHoldPlaced _, LegalHoldLifted _, EventsPruned _ -> {}
            // No command depends on these.
            case ApiKeyFirstUsed _, OidcProviderEvent _ -> {}
            case InviteEvent _ -> throw new IllegalStateException("invites have streams of their own");
            case OrganisationDeleted _ -> markDeleted();
        }
    }
}
