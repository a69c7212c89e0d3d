package dev.flagledger.api.event;

import dev.flagledger.api.saml.SamlConfiguration;
import dev.flagledger.api.saml.SamlMapping;

/** Events of an organisation's logins by SAML. */
public sealed interface SamlEvent extends OrganisationEvent {

    record SamlAdded(int organisationId, SamlConfiguration configuration) implements SamlEvent {}

    record SamlChanged(int organisationId, SamlConfiguration configuration) implements SamlEvent {}

    /** The configuration was removed with its mappings and the key of the service provider. */
    record SamlRemoved(int organisationId, int configurationId) implements SamlEvent {}

    record SamlMappingAdded(int organisationId, SamlMapping mapping) implements SamlEvent {}

    record SamlMappingChanged(int organisationId, SamlMapping mapping) implements SamlEvent {}

    record SamlMappingRemoved(int organisationId, int mappingId) implements SamlEvent {}
}
