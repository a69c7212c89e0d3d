package dev.flagledger.command.saml;

import dev.flagledger.access.saml.LoginVerifier.Parties;
import dev.flagledger.access.saml.SamlDirectory.Owned;
import dev.flagledger.access.saml.assertion.AttributeMapping;
import dev.flagledger.access.saml.assertion.SamlUser;
import dev.flagledger.access.saml.assertion.VerifiedAssertion;
import dev.flagledger.access.saml.metadata.IdentityProvider;
import dev.flagledger.access.saml.metadata.IdentityProviderMetadata;
import dev.flagledger.access.saml.metadata.InvalidMetadataException;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.api.saml.SamlAttribute;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.SamlTexts;
import dev.flagledger.engine.state.organisation.saml.SamlConfigurations;
import java.util.function.Predicate;

/** What a configuration says about the other side. */
final class SamlSides {

    private SamlSides() {}

    /** The identity provider; invalid before its metadata is known. */
    static IdentityProvider identityProvider(SamlConfiguration configuration) {
        var metadata = configuration.metadata();
        if (metadata == null) {
            throw InvalidInput.detail(SamlTexts.NO_METADATA);
        }
        try {
            return IdentityProviderMetadata.read(metadata);
        } catch (InvalidMetadataException e) {
            throw InvalidInput.detail(e.problem());
        }
    }

    /** Both sides of a login, for a browser that knows the ids of the requests that it has begun. */
    static Parties parties(SamlConfiguration configuration, ServiceProvider side, Predicate<String> begun) {
        return new Parties(
                configuration.id(), identityProvider(configuration), side, configuration.idpInitiated(), begun);
    }

    /** The user in an assertion that one of an organisation's configurations has accepted; rejected if it does not say enough. */
    static SamlUser user(Owned owned, VerifiedAssertion assertion) {
        return attributes(owned.all(), owned.configuration().id()).read(assertion.statements());
    }

    /** From which attributes users are read. */
    private static AttributeMapping attributes(SamlConfigurations all, int configurationId) {
        return new AttributeMapping(
                all.sources(configurationId, SamlAttribute.EMAIL),
                all.sources(configurationId, SamlAttribute.FIRST_NAME),
                all.sources(configurationId, SamlAttribute.LAST_NAME),
                all.sources(configurationId, SamlAttribute.GROUPS));
    }
}
