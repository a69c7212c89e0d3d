package dev.flagledger.access.oauth;

import dev.flagledger.access.session.application.ApplicationScope;
import java.time.Duration;

/** Tokens that a client has just got. Only digests are kept. */
public record IssuedTokens(String access, String refresh, ApplicationScope scope) {

    /** The lifetime of an access token. */
    public static final Duration ACCESS_LIFETIME = Duration.ofMinutes(15);

    /** The lifetime of a refresh token, which each refresh begins anew. */
    static final Duration REFRESH_LIFETIME = Duration.ofDays(30);

    @Override
    public String toString() {
        return "IssuedTokens[" + scope + "]";
    }
}
