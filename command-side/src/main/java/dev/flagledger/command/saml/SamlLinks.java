package dev.flagledger.command.saml;

import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkEndings;
import dev.flagledger.access.saml.assertion.SamlUser;
import dev.flagledger.access.saml.metadata.IdentityProvider;
import dev.flagledger.access.saml.metadata.IdentityProviderMetadata;
import dev.flagledger.access.saml.metadata.InvalidMetadataException;
import dev.flagledger.api.saml.SamlConfiguration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The links of accounts with the people of a configuration's identity provider. Another provider knows other people by the same names. */
@Component
public class SamlLinks {

    private final LinkEndings links;

    SamlLinks(LinkEndings links) {
        this.links = links;
    }

    /** Ends the links with a configuration of an organisation, which is removed. */
    void forget(int organisation, int configurationId) {
        links.forget(providerOf(configurationId), organisation);
    }

    /** Ends the links with a configuration whose identity provider is another one now. */
    void forgetUnlessSame(int organisation, SamlConfiguration old, SamlConfiguration now) {
        if (entity(old).isPresent() && !entity(old).equals(entity(now))) {
            forget(organisation, old.id());
        }
    }

    static FederatedProvider providerOf(int configurationId) {
        return new FederatedProvider(FederatedProvider.Kind.SAML, configurationId);
    }

    /** The user as a person of the provider, which vouches for the address; what that opens depends on how far it is trusted. */
    static FederatedIdentity identity(int configurationId, SamlUser user) {
        return new FederatedIdentity(
                providerOf(configurationId),
                user.subject(),
                user.email(),
                true,
                user.firstName(),
                user.lastName(),
                user.groups() == null ? null : Set.copyOf(user.groups()));
    }

    private static Optional<String> entity(SamlConfiguration configuration) {
        try {
            return configuration.metadata() == null
                    ? Optional.empty()
                    : Optional.of(IdentityProviderMetadata.read(configuration.metadata()))
                            .map(IdentityProvider::entityId);
        } catch (InvalidMetadataException e) {
            return Optional.empty();
        }
    }
}
