package dev.flagledger.query.audit.description.organisation;

import static dev.flagledger.contract.view.audit.AuditedKind.ORGANISATION;

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
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import dev.flagledger.query.audit.description.account.LoginDescriptions;
import java.util.Optional;

/** What is told of organisations beside the contract's lines: their creation, settings and members. */
public final class OrganisationDescriptions {

    private OrganisationDescriptions() {}

    public static Optional<EventDescription> of(Installation before, OrganisationEvent event) {
        var organisation = before.organisation(event.organisationId());
        return switch (event) {
            case LoginRuleEvent e -> organisation.map(known -> LoginDescriptions.of(known, e));
            case OrganisationCreated e ->
                Optional.of(
                        EventDescription.of(ORGANISATION.created(e.settings().name())));
            case OrganisationChanged e ->
                organisation.map(known -> EventDescription.of(
                        ORGANISATION.updated(e.settings().name()),
                        OrganisationFields.changes(known.settings(), e.settings())));
            case MemberJoined e -> Optional.of(MemberDescriptions.joined(before, e));
            case MemberRoleChanged e -> Optional.of(MemberDescriptions.roleChanged(before, e));
            case MemberRemoved e -> Optional.of(MemberDescriptions.removed(before, e));
            case InviteEvent e -> Optional.of(InviteDescriptions.of(before, e));
            case ApiKeyFirstUsed e ->
                organisation
                        .map(known -> known.apiKeys().get(e.keyId()))
                        .map(issued -> EventDescription.of(
                                EventTexts.keyFirstUsed(issued.key().name())));
            case OidcProviderEvent e -> ProviderDescriptions.of(before, e);
            case RetentionChanged e ->
                organisation.map(known -> EventDescription.of(
                        EventTexts.RETENTION_CHANGED,
                        FieldChange.differing(
                                new FieldChange("days", known.retention().days(), e.days()))));
            case LegalHoldPlaced _ -> Optional.of(EventDescription.of(EventTexts.LEGAL_HOLD_PLACED));
            case LegalHoldLifted _ -> Optional.of(EventDescription.of(EventTexts.LEGAL_HOLD_LIFTED));
            case EventsPruned e -> Optional.of(EventDescription.of(EventTexts.eventsPruned(e.horizon())));
            case GroupEvent e -> Optional.of(GroupDescriptions.of(before, e));
            case GrantEvent e -> Optional.of(GrantDescriptions.of(before, e));
            case RoleEvent e -> RoleDescriptions.of(before, e);
            case TrustEvent e -> TrustDescriptions.of(before, e);
            case ScimEvent e -> Optional.of(ScimDescriptions.of(before, e));
            case SamlEvent e -> Optional.of(SamlDescriptions.of(before, e));
            case OrganisationDeleted _, ApiKeyCreated _, ApiKeyChanged _, ApiKeyRevoked _ -> Optional.empty();
        };
    }
}
