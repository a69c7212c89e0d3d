package dev.flagledger.contract.view.saml;

import dev.flagledger.api.saml.SamlConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A configuration of SAML.
 *
 * @param organisation id of the organisation that it belongs to
 * @param idpMetadataXml null before it is known
 */
public record SamlConfigurationView(
        int id,
        int organisation,
        String name,
        String frontendUrl,
        @Nullable String idpMetadataXml,
        boolean allowIdpInitiated) {

    public static SamlConfigurationView of(int organisation, SamlConfiguration configuration) {
        return new SamlConfigurationView(
                configuration.id(),
                organisation,
                configuration.name(),
                configuration.frontendUrl(),
                configuration.metadata(),
                configuration.idpInitiated());
    }
}
