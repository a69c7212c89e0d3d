package dev.flagledger.contract.audit.event;

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
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.ObjectLines;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines of organisations: their API keys and their deletion. The contract audits neither, but the origin of a key that
 * appears as an author must be traceable. The lines belong to no project.
 */
final class OrganisationLines {

    private OrganisationLines() {}

    static Stream<AuditLine> of(Installation before, OrganisationEvent event) {
        var place = new Place(event.organisationId(), null, null);
        return switch (event) {
            case OrganisationCreated _,
                    OrganisationChanged _,
                    MemberJoined _,
                    MemberRoleChanged _,
                    MemberRemoved _,
                    InviteEvent _,
                    ApiKeyFirstUsed _ -> Stream.empty();
            case LoginRuleEvent _ -> Stream.empty();
            case GroupEvent _, GrantEvent _ -> Stream.empty();
            case RoleEvent _, TrustEvent _ -> Stream.empty();
            case RetentionChanged _, LegalHoldPlaced _, LegalHoldLifted _, EventsPruned _, SamlEvent _, ScimEvent _ ->
                Stream.empty();
            case OidcProviderEvent _ -> Stream.empty();
            case OrganisationDeleted _ ->
                before
                        .organisation(event.organisationId())
                        .map(organisation -> ObjectLines.deleted(
                                AuditedKind.ORGANISATION,
                                organisation.settings().name(),
                                place,
                                null))
                        .stream();
            case ApiKeyCreated e ->
                Stream.of(ObjectLines.created(AuditedKind.API_KEY, e.key().name(), place, null));
            case ApiKeyChanged e ->
                key(before, event, e.key().id())
                        .map(old -> ObjectLines.updated(
                                AuditedKind.API_KEY, e.key().name(), place, null, changes(old, e.key())))
                        .stream();
            case ApiKeyRevoked e ->
                key(before, event, e.keyId())
                        .map(old -> ObjectLines.deleted(AuditedKind.API_KEY, old.name(), place, null))
                        .stream();
        };
    }

    private static Optional<ApiKey> key(Installation before, OrganisationEvent event, int id) {
        return before.organisation(event.organisationId())
                .flatMap(organisation ->
                        Optional.ofNullable(organisation.apiKeys().get(id)))
                .map(issued -> issued.key());
    }

    private static List<FieldChange> changes(ApiKey old, ApiKey now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                FieldChange.ofTime("expiry_date", old.expiresAt(), now.expiresAt()),
                new FieldChange("is_admin", old.admin(), now.admin()));
    }
}
