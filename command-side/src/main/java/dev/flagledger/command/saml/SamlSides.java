package dev.flagledger.command.saml;

import dev.flagledger.access.saml.assertion.AttributeMapping;
import dev.flagledger.access.saml.metadata.IdentityProvider;
import dev.flagledger.access.saml.metadata.IdentityProviderMetadata;
import dev.flagledger.access.saml.metadata.InvalidMetadataException;
import dev.flagledger.api.saml.SamlAttribute;
import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.SamlTexts;
import dev.flagledger.engine.state.organisation.saml.SamlConfigurations;

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

    /** From which attributes users are read. */
    static AttributeMapping attributes(SamlConfigurations all, int configurationId) {
        return new AttributeMapping(
                all.sources(configurationId, SamlAttribute.EMAIL),
                all.sources(configurationId, SamlAttribute.FIRST_NAME),
                all.sources(configurationId, SamlAttribute.LAST_NAME),
                all.sources(configurationId, SamlAttribute.GROUPS));
    }
}
