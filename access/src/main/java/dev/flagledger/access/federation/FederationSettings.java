package dev.flagledger.access.federation;

import dev.flagledger.access.federation.Admission.Trust;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of logins through identity providers.
 *
 * @param trustOrganisations whether a provider of an organisation opens the accounts of its members by their address;
 *     {@code FLAGLEDGER_FEDERATION_TRUST_ORGANISATIONS}
 */
@ConfigurationProperties("flagledger.federation")
public record FederationSettings(@DefaultValue("false") boolean trustOrganisations) {

    /** How far the providers of organisations are trusted. */
    public Trust trustInOrganisations() {
        return trustOrganisations ? Trust.MEMBERS : Trust.NOBODY;
    }
}
