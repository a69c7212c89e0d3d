package dev.flagledger.api.saml;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import dev.flagledger.api.organisation.Role;
import org.jspecify.annotations.Nullable;

/**
 * A way to log in by SAML. The key of this server as its service provider is stored outside the log.
 *
 * @param name unique in the installation; part of the addresses of the login, and the entity id of this server
 * @param frontendUrl the dashboard that users are sent to after the login
 * @param metadata the XML that describes the identity provider; null before it is known. It may name contacts
 * @param idpInitiated whether the identity provider may start a login
 * @param createsUsers whether users without an account get one, and become members
 * @param role the role of new members
 */
public record SamlConfiguration(
        int id,
        String name,
        String frontendUrl,
        @Personal(UNASSIGNABLE) @Nullable String metadata,
        boolean idpInitiated,
        boolean createsUsers,
        Role role) {

    /** The same configuration with this id. */
    public SamlConfiguration withId(int drawn) {
        return new SamlConfiguration(drawn, name, frontendUrl, metadata, idpInitiated, createsUsers, role);
    }
}
