package dev.flagledger.access.session;

import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    /** Stores the token of a user for a way, unless there is one that is valid: it is valid from now on again. */
    void insert(
            UUID id,
            int userId,
            LoginWay way,
            boolean withoutCode,
            SessionClient client,
            Function<UUID, byte[]> digest) {
        renew(userId, way, withoutCode);
        jdbc.sql("""
            insert into access.session (session_id, user_id, nonce, way, cookie, without_code, digest, client)
            select :id, account.user_id, account.token_nonce, :way, false, :without, :digest, :client
            from access.account where account.user_id = :user
            on conflict (user_id, way, without_code) where not cookie and not application do update set session_id = excluded.session_id,
                nonce = excluded.nonce, digest = excluded.digest, client = excluded.client, opened_at = now(), used_at = now()
            where session.nonce <> excluded.nonce""")
                .param("id", id)
                .param("user", userId)
                .param("way", way.key())
                .param("without", withoutCode)
                .param("digest", digest.apply(id))
                .param("client", clients.seal(client, id))
                .update();
    }

    /** What is too old does not become valid again by a login: somebody else may have it. */
    private void renew(int userId, LoginWay way, boolean withoutCode) {
        jdbc.sql("""
            with ended as (
                delete from access.session where session.user_id = :user and session.way = :way
                and session.without_code = :without and not session.cookie and not session.application
                and session.way <> 'EMAIL' and :age > 0
                and session.opened_at <= now() - :age * interval '1 second')
            update access.session set opened_at = now() where session.user_id = :user and session.way = :way
            and session.without_code = :without and not session.cookie and not session.application
            and session.way <> 'EMAIL' and (:age = 0 or session.opened_at > now() - :age * interval '1 second')""")
                .param("user", userId)
                .param("way", way.key())
                .param("without", withoutCode)
                .param("age", tokens.tokenAge().toSeconds())
                .update();
    }

    /** Stores a session that nothing else is like: of a browser, or of an application, whose tokens are stored apart. */
    void insertNew(UUID id, SessionOwner owner, SessionClient client, byte @Nullable [] cookie) {
        jdbc.sql("""
            insert into access.session
                (session_id, user_id, nonce, way, cookie, application, without_code, digest, client)
            select :id, account.user_id, account.token_nonce, :way, :cookie, not :cookie, :without, :digest, :client
            from access.account where account.user_id = :user""")
                .param("id", id)
                .param("user", owner.userId())
                .param("way", owner.way().key())
                .param("cookie", cookie != null)
                .param("without", owner.withoutCode())
                .param("digest", cookie)
                .param("client", clients.seal(client, id))
                .update();
    }

    /** Returns the id of the token of a user for a way, which must exist. */
    UUID tokenOf(int userId, LoginWay way, boolean withoutCode) {
        return jdbc.sql("""
            select session.session_id from access.session
            where session.user_id = :user and session.way = :way and not session.cookie and not session.application
            and session.without_code = :without""")
                .param("user", userId)
                .param("way", way.key())
                .param("without", withoutCode)
                .query(UUID.class)
                .single();
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
