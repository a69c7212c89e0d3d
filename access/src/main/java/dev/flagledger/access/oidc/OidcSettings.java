package dev.flagledger.access.oidc;

import java.net.URI;
import java.util.List;

/**
 * How a provider is asked.
 *
 * @param redirect the address of this server to which browsers return, as it is registered with the provider
 * @param scopes without {@code openid}
 * @param groupsClaim empty for none
 * @param trustsEmail whether an address counts as verified also if the provider does not say so
 */
public record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        URI redirect,
        List<String> scopes,
        String groupsClaim,
        boolean trustsEmail) {

    /** Hides the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
