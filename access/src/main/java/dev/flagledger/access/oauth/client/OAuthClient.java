package dev.flagledger.access.oauth.client;

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

    /** Returns whether it has a secret. */
    public boolean confidential() {
        return method != Method.NONE;
    }
}
