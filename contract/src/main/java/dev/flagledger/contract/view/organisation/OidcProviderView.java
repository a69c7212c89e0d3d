package dev.flagledger.contract.view.organisation;

import dev.flagledger.api.provider.OidcProvider;

/**
 * An identity provider of an organisation. Its client secret is never shown.
 *
 * @param redirectUri the address that the provider has to know
 * @param loginUrl the address at which browsers begin a login
 */
public record OidcProviderView(
        int id,
        int organisation,
        String name,
        String issuer,
        String clientId,
        String scopes,
        String groupsClaim,
        boolean trustEmail,
        boolean createUsers,
        String role,
        String redirectUri,
        String loginUrl) {

    /** {@code server} is the address of this server, without a slash at its end. */
    public static OidcProviderView of(int id, int organisation, OidcProvider provider, String server) {
        return new OidcProviderView(
                id,
                organisation,
                provider.name(),
                provider.issuer(),
                provider.clientId(),
                provider.scopes(),
                provider.groupsClaim(),
                provider.trustsEmail(),
                provider.createsUsers(),
                provider.role().name(),
                redirectUri(provider, server),
                path(provider, server) + "/request/");
    }

    /** The address to which a provider sends browsers back. */
    public static String redirectUri(OidcProvider provider, String server) {
        return path(provider, server) + "/response/";
    }

    private static String path(OidcProvider provider, String server) {
        return server + "/api/v1/auth/oidc/" + provider.name();
    }
}
