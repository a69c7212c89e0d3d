package dev.flagledger.api.saml;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A way to log in by SAML. The key of this server as its service provider is stored outside the log.
 *
 * @param name unique in the installation; part of the addresses of the login, and the entity id of this server
 * @param frontendUrl the dashboard that users are sent to after the login
 * @param metadata the XML that describes the identity provider; null before it is known. It may name contacts
 * @param idpInitiated whether the identity provider may start a login
 */
public record SamlConfiguration(
        int id,
        String name,
        String frontendUrl,
        @Personal(UNASSIGNABLE) @Nullable String metadata,
        boolean idpInitiated) {}
