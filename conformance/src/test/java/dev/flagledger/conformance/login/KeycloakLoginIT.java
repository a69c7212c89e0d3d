package dev.flagledger.conformance.login;

import org.junit.jupiter.api.Nested;

/** Logins at a real Keycloak. All are in one class, so that they run in one process and one Keycloak is started. */
class KeycloakLoginIT {

    @Nested
    class ByOpenIdConnect extends OpenIdLogins {}

    @Nested
    class BySaml extends SamlLogins {}
}
