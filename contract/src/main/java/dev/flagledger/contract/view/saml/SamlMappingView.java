package dev.flagledger.contract.view.saml;

import dev.flagledger.api.saml.SamlMapping;

/**
 * A mapping of an attribute.
 *
 * @param djangoAttributeName what is read
 * @param idpAttributeName the attribute that it is read from
 */
public record SamlMappingView(int id, int samlConfiguration, String djangoAttributeName, String idpAttributeName) {

    public static SamlMappingView of(SamlMapping mapping) {
        return new SamlMappingView(
                mapping.id(), mapping.configurationId(), mapping.target().wireName(), mapping.source());
    }
}
