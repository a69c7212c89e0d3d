package dev.flagledger.api.event;

import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of an organisation. */
public sealed interface OrganisationEvent extends LedgerEvent
        permits GrantEvent,
                GroupEvent,
                LoginRuleEvent,
                OidcProviderEvent,
                SamlEvent,
                OrganisationEvent.OrganisationCreated,
                OrganisationEvent.OrganisationChanged,
                OrganisationEvent.MemberJoined,
                InviteEvent,
                OrganisationEvent.MemberRoleChanged,
                OrganisationEvent.MemberRemoved,
                OrganisationEvent.ApiKeyCreated,
                OrganisationEvent.ApiKeyChanged,
                OrganisationEvent.ApiKeyFirstUsed,
                OrganisationEvent.ApiKeyRevoked,
                OrganisationEvent.RetentionChanged,
                OrganisationEvent.LegalHoldPlaced,
                OrganisationEvent.LegalHoldLifted,
                OrganisationEvent.EventsPruned,
                OrganisationEvent.OrganisationDeleted,
                RoleEvent,
                ScimEvent,
                TrustEvent {

    int organisationId();

    record OrganisationCreated(int organisationId, UUID uuid, OrganisationSettings settings)
            implements OrganisationEvent {}

    record OrganisationChanged(int organisationId, OrganisationSettings settings) implements OrganisationEvent {}

    record MemberJoined(int organisationId, int userId, Role role) implements OrganisationEvent {}

    record MemberRoleChanged(int organisationId, int userId, Role role) implements OrganisationEvent {}

    /** A member left or was removed. */
    record MemberRemoved(int organisationId, int userId) implements OrganisationEvent {}

    /** An API key was created. Only a digest of the secret is stored, outside the log. */
    record ApiKeyCreated(int organisationId, ApiKey key) implements OrganisationEvent {}

    record ApiKeyChanged(int organisationId, ApiKey key) implements OrganisationEvent {}

    /** A request was authenticated by the API key for the first time. */
    record ApiKeyFirstUsed(int organisationId, int keyId) implements OrganisationEvent {}

    record ApiKeyRevoked(int organisationId, int keyId) implements OrganisationEvent {}

    /** The organisation decided for how many days its events are kept; null for ever. */
    record RetentionChanged(int organisationId, @Nullable Integer days) implements OrganisationEvent, AboutRetention {}

    /** Nothing of the organisation is pruned from now on. The note of the event says why. */
    record LegalHoldPlaced(int organisationId) implements OrganisationEvent, AboutRetention {}

    record LegalHoldLifted(int organisationId) implements OrganisationEvent, AboutRetention {}

    /** The organisation's events up to and including a position are pruned. Their bodies are removed afterwards. */
    record EventsPruned(int organisationId, long horizon) implements OrganisationEvent, AboutRetention {}

    /**
     * The organisation was deleted with its memberships, API keys and custom fields. Its projects were deleted earlier
     * in the same transaction.
     */
    record OrganisationDeleted(int organisationId) implements OrganisationEvent {}
}
