package dev.flagledger.engine.state.organisation.provider;

import dev.flagledger.api.event.OidcProviderEvent;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderAdded;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderChanged;
import dev.flagledger.api.event.OidcProviderEvent.OidcProviderRemoved;
import dev.flagledger.api.provider.OidcProvider;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The identity providers through which members of an organisation log in.
 *
 * @param oidc those that speak OpenID Connect, by id
 */
public record IdentityProviders(PSortedMap<Integer, OidcProvider> oidc) {

    /** None. */
    public static final IdentityProviders NONE = new IdentityProviders(TreePMap.empty());

    /** Returns the providers after an event of one of them. */
    public IdentityProviders evolve(OidcProviderEvent event) {
        int id = event.providerId();
        return switch (event) {
            case OidcProviderAdded e -> new IdentityProviders(oidc.plus(id, e.provider()));
            case OidcProviderChanged e -> new IdentityProviders(oidc.plus(id, e.provider()));
            case OidcProviderRemoved _ -> new IdentityProviders(oidc.minus(id));
        };
    }
}
