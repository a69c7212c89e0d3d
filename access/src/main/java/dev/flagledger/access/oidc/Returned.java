package dev.flagledger.access.oidc;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.flagledger.access.oidc.OidcFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from a provider, in the address. Each is null if it is missing.
 *
 * @param issuer who has answered (RFC 9207)
 */
public record Returned(
        @Nullable String code,
        @Nullable String state,
        @Nullable String error,
        @Nullable String issuer) {

    /** The code, if this answers that login. */
    String codeOf(OidcLogin login, OIDCProviderMetadata metadata, Clock clock) throws OidcFailure {
        if (state == null || !same(state, login.state())) {
            throw new OidcFailure(Kind.STATE, "This browser has begun another login.");
        }
        if (login.expiresAt() <= clock.instant().getEpochSecond()) {
            throw new OidcFailure(Kind.STATE, "The login has taken too long.");
        }
        boolean named = issuer != null || metadata.supportsAuthorizationResponseIssuerParam();
        if (named && !metadata.getIssuer().getValue().equals(issuer)) {
            throw new OidcFailure(Kind.STATE, "Another issuer has answered.");
        }
        if (error != null) {
            throw new OidcFailure(Kind.REFUSED, "The issuer has refused the login: its error is " + error + ".");
        }
        if (code == null || code.isBlank()) {
            throw new OidcFailure(Kind.REFUSED, "The issuer has sent no code.");
        }
        return code;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
