package dev.flagledger.access.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored consents, codes and tokens. By the clock of the database. */
@Component
class ApplicationRows {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    /** For which time a refresh token is good after its successor was issued, unless that was used: the answer may have been lost. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    ApplicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A consent that a code or a token belongs to, which is valid unless it says otherwise. */
    record Grant(
            UUID sessionId,
            String clientId,
            String scope,
            String redirectUri,
            String codeChallenge,
            boolean expired,
            boolean used) {}

    void insert(UUID session, Consent consent, byte[] code) {
        jdbc.sql("""
            insert into access.oauth_grant (session_id, client_id, client_name, scope, redirect_uri, code_digest,
                code_challenge, code_expires_at)
            values (:session, :client, :name, :scope, :redirect, :code, :challenge,
                now() + :seconds * interval '1 second')""")
                .param("session", session)
                .param("client", consent.client().id())
                .param("name", consent.client().name())
                .param("scope", consent.client().scope().wireName())
                .param("redirect", consent.redirectUri())
                .param("code", code)
                .param("challenge", consent.challenge())
                .param("seconds", CODE_LIFETIME.toSeconds())
                .update();
    }

    /** Returns what a code was given for, and keeps others from using it meanwhile. */
    Optional<Grant> byCode(byte[] digest) {
        return jdbc.sql("""
            select oauth_grant.session_id, oauth_grant.client_id, oauth_grant.scope, oauth_grant.redirect_uri,
                oauth_grant.code_challenge, oauth_grant.code_expires_at <= now() as expired,
                oauth_grant.code_used as used
            from access.oauth_grant where oauth_grant.code_digest = :digest for update""").param("digest", digest).query(Grant.class).optional();
    }

    /** Returns what a refresh token belongs to, and keeps others from using tokens of the same consent meanwhile. */
    Optional<Grant> byRefreshToken(byte[] digest) {
        // Locked first, since the other statement tells what was so when it began.
        jdbc.sql("""
            select from access.oauth_grant where oauth_grant.session_id = (
                select oauth_token.session_id from access.oauth_token where oauth_token.digest = :digest and oauth_token.refreshes)
            for update""").param("digest", digest).query((_, _) -> digest).optional();
        return jdbc.sql("""
            select oauth_grant.session_id, oauth_grant.client_id, oauth_grant.scope, oauth_grant.redirect_uri,
                oauth_grant.code_challenge, oauth_token.expires_at <= now() as expired,
                coalesce(oauth_token.replaced_at < now() - :seconds * interval '1 second' or exists (
                    select from access.oauth_token later where later.session_id = oauth_token.session_id
                    and later.replaced_at > oauth_token.replaced_at), false) as used
            from access.oauth_grant join access.oauth_token on oauth_token.session_id = oauth_grant.session_id
            where oauth_token.digest = :digest and oauth_token.refreshes""")
                .param("digest", digest)
                .param("seconds", GRACE.toSeconds())
                .query(Grant.class)
                .optional();
    }

    /**
     * A token that has not expired.
     *
     * @param refreshes whether it is a refresh token; else an access token
     * @param replaced whether it is a refresh token that has a successor
     */
    record Token(UUID sessionId, String clientId, boolean refreshes, boolean replaced, Instant expiresAt) {}

    Optional<Token> token(byte[] digest) {
        return jdbc.sql("""
            select oauth_token.session_id, oauth_grant.client_id, oauth_token.refreshes,
                oauth_token.replaced_at is not null as replaced, oauth_token.expires_at
            from access.oauth_token join access.oauth_grant on oauth_grant.session_id = oauth_token.session_id
            where oauth_token.digest = :digest and oauth_token.expires_at > now()""").param("digest", digest).query(Token.class).optional();
    }

    void useCode(UUID session) {
        jdbc.sql("update access.oauth_grant set code_used = true where oauth_grant.session_id = :session")
                .param("session", session)
                .update();
    }

    /**
     * Replaces a refresh token. If it has a successor, that is not good any more: as if it had been replaced too long ago, so that it is noticed
     * if somebody uses it.
     */
    void replace(UUID session, byte[] refreshToken) {
        jdbc.sql("""
            update access.oauth_token
            set replaced_at = case when oauth_token.digest = :digest then now() else '-infinity' end
            where oauth_token.session_id = :session and oauth_token.refreshes and oauth_token.replaced_at is null""").param("session", session).param("digest", refreshToken).update();
    }

    void insertToken(UUID session, byte[] digest, boolean refreshes, Duration lifetime) {
        jdbc.sql("""
            insert into access.oauth_token (digest, session_id, refreshes, expires_at)
            values (:digest, :session, :refreshes, now() + :seconds * interval '1 second')""")
                .param("digest", digest)
                .param("session", session)
                .param("refreshes", refreshes)
                .param("seconds", lifetime.toSeconds())
                .update();
    }
}
