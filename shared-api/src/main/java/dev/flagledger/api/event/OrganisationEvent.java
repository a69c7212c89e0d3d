package dev.flagledger.api.event;

import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.organisation.Role;
import java.util.UUID;

/** The life of an organisation. */
public sealed interface OrganisationEvent extends LedgerEvent {

    int organisationId();

    record OrganisationCreated(int organisationId, UUID uuid, OrganisationSettings settings)
            implements OrganisationEvent {}

    record OrganisationChanged(int organisationId, OrganisationSettings settings) implements OrganisationEvent {}

    record MemberJoined(int organisationId, int userId, Role role) implements OrganisationEvent {}

    /** Somebody is no member any more. */
    record MemberRemoved(int organisationId, int userId) implements OrganisationEvent {}

    /** A program got a key to act in the organisation under its own name. The key itself is kept apart, as a digest. */
    record ApiKeyCreated(int organisationId, ApiKey key) implements OrganisationEvent {}

    record ApiKeyChanged(int organisationId, ApiKey key) implements OrganisationEvent {}

    record ApiKeyRevoked(int organisationId, int keyId) implements OrganisationEvent {}

    /**
     * The organisation is gone, and with it its members' rights, its API keys and its custom fields. Its projects were
     * deleted before, in the same transaction.
     */
    record OrganisationDeleted(int organisationId) implements OrganisationEvent {}
}
