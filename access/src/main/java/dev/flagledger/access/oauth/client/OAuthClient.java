package dev.flagledger.access.oauth.client;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import dev.flagledger.access.oauth.message.OAuthRefused;
import dev.flagledger.access.session.application.ApplicationScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth client.
 *
 * @param name as it names itself
 * @param method how it authenticates
 * @param secretDigest the digest of its secret, in hexadecimal; null for public clients
 * @param scope the one scope that it may have
 * @param verified whether it is known to be who it says
 */
public record OAuthClient(
        String id,
        String name,
        List<String> redirectUris,
        Method method,
        @Nullable String secretDigest,
        ApplicationScope scope,
        boolean verified) {

    /** The command-line program, which every installation knows. Everybody can call themselves that. */
    static final OAuthClient CLI = new OAuthClient(
            "flagsmith-cli",
            "Flagsmith CLI",
            List.of("http://127.0.0.1/callback"),
            Method.NONE,
            null,
            ApplicationScope.ADMIN_API,
            true);

    /** How a client authenticates. The names are the protocol's. */
    public enum Method {
        /** Not at all: a public client. */
        NONE,
        CLIENT_SECRET_BASIC,
        CLIENT_SECRET_POST
    }

    /**
     * Requires that a request names the client's scope, or none, which means the same.
     *
     * @throws OAuthRefused if it names another one
     */
    public void requireScope(@Nullable Scope named) {
        if (named != null && !named.isEmpty() && !named.toStringList().equals(List.of(scope.wireName()))) {
            throw new OAuthRefused(OAuth2Error.INVALID_SCOPE);
        }
    }

    /** Returns whether it has a secret. */
    public boolean confidential() {
        return method != Method.NONE;
    }
}
