package dev.flagledger.access.session;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored sessions. Takes part in the caller's transaction, if there is one. */
@Component
public class SessionRows {

    /** How exactly the last use of a session is known, so that not every request writes. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private static final String SELECT = """
        select session.session_id, session.way, session.cookie, session.opened_at, session.used_at, session.client,
            session.without_code, session.application,
            account.user_id, account.email,
            oauth_grant.client_id, oauth_grant.client_name, oauth_grant.scope
        from access.session join access.account on account.user_id = session.user_id
        left join access.oauth_grant on oauth_grant.session_id = session.session_id
        where session.nonce = account.token_nonce
        and (not session.cookie or session.used_at > now() - :idle * interval '1 second'
            and session.opened_at > now() - :longest * interval '1 second')
        and (not session.application or session.used_at > now() - :longest * interval '1 second')
        and (session.cookie or session.way = 'EMAIL' or :age = 0
            or session.opened_at > now() - :age * interval '1 second')
        """;

    private final JdbcClient jdbc;
    private final ClientSeal clients;
    private final CredentialChanges changes;
    private final CookieSettings settings;
    private final FederatedTokens tokens;

    SessionRows(
            JdbcClient jdbc,
            ClientSeal clients,
            CredentialChanges changes,
            CookieSettings settings,
            FederatedTokens tokens) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.changes = changes;
        this.settings = settings;
        this.tokens = tokens;
    }

    /** Returns the sessions of a user, the last opened first; without the token of the account. */
    public List<SessionRow> of(int userId) {
        return selected("session.user_id = :user order by session.opened_at desc, session.session_id")
                .param("user", userId)
                .query((row, _) -> row(row))
                .list();
    }

    /** Ends a session of a user; false if there is no such session. */
    public boolean end(int userId, UUID id) {
        boolean ended =
                jdbc.sql("delete from access.session where session.user_id = :user and session.session_id = :id")
                                .param("user", userId)
                                .param("id", id)
                                .update()
                        > 0;
        changes.happened();
        return ended;
    }

    /**
     * Ends the sessions of everybody for whom a provider vouched.
     *
     * @param provider 0 for a provider of the installation
     */
    public void endAllBy(LoginMethod method, int provider) {
        jdbc.sql("delete from access.session where session.way like :ways")
                .param("ways", waysOf(method, provider))
                .update();
        changes.happened();
    }

    /** Ends the sessions of a user for whom a provider vouched. */
    public void endAllBy(int userId, LoginMethod method, int provider) {
        jdbc.sql("delete from access.session where session.user_id = :user and session.way like :ways")
                .param("user", userId)
                .param("ways", waysOf(method, provider))
                .update();
        changes.happened();
    }

    /** Providers of organisations have ids of their own, whatever the organisation. */
    private static String waysOf(LoginMethod method, int provider) {
        return provider == 0 ? method.name() : method.name() + ".%." + provider;
    }

    /** Stores a session of a browser. */
    void insertCookie(UUID id, int userId, LoginWay way, LoginCode code, SessionClient client, byte[] digest) {
        jdbc.sql("""
            insert into access.session (session_id, user_id, nonce, way, cookie, without_code, code_at, digest, client)
            select :id, account.user_id, account.token_nonce, :way, true, :without, case when :shown then now() end, :digest, :client
            from access.account where account.user_id = :user""")
                .param("id", id)
                .param("user", userId)
                .param("way", way.key())
                .param("without", code == LoginCode.DISPENSED)
                .param("shown", code == LoginCode.SHOWN)
                .param("digest", digest)
                .param("client", clients.seal(client, id))
                .update();
    }

    /**
     * Stores a session of an application, whose tokens are stored apart. It is as old as the session that has consented.
     *
     * @return false if that has ended
     */
    boolean insertApplication(UUID id, Consenting user, SessionClient client) {
        return jdbc.sql("""
            insert into access.session (session_id, user_id, nonce, way, cookie, application, without_code, client, opened_at)
            select :id, account.user_id, account.token_nonce, :way, false, true, :without, :client,
                coalesce(consenting.opened_at, now())
            from access.account
            left join access.session consenting on consenting.session_id = cast(:consenting as uuid)
                and consenting.nonce = account.token_nonce
            where account.user_id = :user and account.token_nonce = coalesce(cast(:nonce as uuid), account.token_nonce)
            and (cast(:consenting as uuid) is null or consenting.session_id is not null)""")
                        .param("id", id)
                        .param("user", user.userId())
                        .param("way", user.way().key())
                        .param("without", user.withoutCode())
                        .param("consenting", user.session())
                        .param("nonce", user.nonce())
                        .param("client", clients.seal(client, id))
                        .update()
                > 0;
    }

    /** Returns whether the login of a session has shown a code of the user's present second factor. */
    public boolean hasShownCode(UUID id) {
        return jdbc.sql("""
            select exists (select from access.session
                join access.second_factor on second_factor.user_id = session.user_id and second_factor.active
                where session.session_id = :id and session.code_at > second_factor.activated_at)""").param("id", id).query(Boolean.class).single();
    }

    /** Returns whether there is a session that has not ended. */
    boolean isValid(UUID id) {
        return !selected("session.session_id = :id")
                .param("id", id)
                .query((_, _) -> id)
                .list()
                .isEmpty();
    }

    /** Returns the session of an application, or of a user. */
    public Optional<SessionRow> find(UUID id) {
        return selected("session.session_id = :id")
                .param("id", id)
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<SessionRow> find(byte[] digest, boolean cookie) {
        return selected("session.digest = :digest and session.cookie = :cookie")
                .param("digest", digest)
                .param("cookie", cookie)
                .query((row, _) -> row(row))
                .optional();
    }

    /** Notes that a session is used now. */
    public void touch(UUID id) {
        jdbc.sql("""
            update access.session set used_at = now()
            where session.session_id = :id and session.used_at < now() - :precision * interval '1 second'""").param("id", id).param("precision", PRECISION.toSeconds()).update();
    }

    private JdbcClient.StatementSpec selected(String condition) {
        return jdbc.sql(SELECT + "and " + condition)
                .param("idle", settings.idle().toSeconds())
                .param("longest", CookieSettings.LONGEST.toSeconds())
                .param("age", tokens.tokenAge().toSeconds());
    }

    private SessionRow row(ResultSet row) throws SQLException {
        return SessionRow.of(row, clients);
    }
}
