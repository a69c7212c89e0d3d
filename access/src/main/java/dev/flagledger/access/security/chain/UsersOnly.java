package dev.flagledger.access.security.chain;

/**
 * The routes for users only: API keys, trust relationships, identity providers, mail domains and the connection of a directory, and the
 * consent to applications. An API key that could create further credentials, or say who logs in, would survive its own revocation.
 */
final class UsersOnly {

    private static final String[] ROUTES = {
        "/api/v1/organisations/*/master-api-keys/**",
        "/api/v1/organisations/*/trust-relationships/**",
        "/api/v1/organisations/*/oidc-providers/**",
        "/api/v1/organisations/*/domains/**",
        "/api/v1/organisations/*/scim/**",
        "/api/v1/auth/saml/configuration/**",
        "/api/v1/auth/saml/attribute-mapping/**",
        "/api/v1/oauth/authorize"
    };

    private UsersOnly() {}

    /** Returns the patterns of their paths, each of which includes the path before {@code /**}. */
    static String[] routes() {
        return ROUTES.clone();
    }
}
