package dev.flagledger.contract.view.saml;

import dev.flagledger.api.saml.SamlConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A configuration of SAML.
 *
 * @param organisation id of the organisation that it belongs to
 * @param idpMetadataXml null before it is known
 * @param createUsers whether users without an account get one, and become members
 * @param role the role of new members, {@code ADMIN} or {@code USER}
 */
public record SamlConfigurationView(
        int id,
        int organisation,
        String name,
        String frontendUrl,
        @Nullable String idpMetadataXml,
        boolean allowIdpInitiated,
        boolean createUsers,
        String role) {

    public static SamlConfigurationView of(int organisation, SamlConfiguration configuration) {
        return new SamlConfigurationView(
                configuration.id(),
                organisation,
                configuration.name(),
                configuration.frontendUrl(),
                configuration.metadata(),
                configuration.idpInitiated(),
                configuration.createsUsers(),
                configuration.role().name());
    }
}
