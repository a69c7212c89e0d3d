package dev.flagledger.api.event;

import dev.flagledger.api.provider.OidcProvider;

/** Events of an identity provider of an organisation. Its secret is stored outside the log. */
public sealed interface OidcProviderEvent extends OrganisationEvent {

    int providerId();

    record OidcProviderAdded(int organisationId, int providerId, OidcProvider provider) implements OidcProviderEvent {}

    record OidcProviderChanged(int organisationId, int providerId, OidcProvider provider, boolean secretChanged)
            implements OidcProviderEvent {}

    record OidcProviderRemoved(int organisationId, int providerId) implements OidcProviderEvent {}
}
