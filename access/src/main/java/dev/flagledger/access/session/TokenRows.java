package dev.flagledger.access.session;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.api.login.LoginWay;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored tokens of users, one for each way and each {@link LoginCode}. Takes part in the caller's transaction, if there is one. */
@Component
class TokenRows {

    /** A token of a user for a way. */
    private static final String OF_WAY = """
        session.user_id = :user and session.way = :way and not session.cookie and not session.application
        and session.without_code = :without and (session.code_at is not null) = :shown""";

    private final JdbcClient jdbc;
    private final ClientSeal clients;
    private final FederatedTokens tokens;

    TokenRows(JdbcClient jdbc, ClientSeal clients, FederatedTokens tokens) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.tokens = tokens;
    }

    /**
     * Stores the token of a user for a way, unless there is one that is valid: it is valid from now on again. One that has shown a code of
     * another second factor than the present one is not.
     */
    void insert(
            UUID id, int userId, LoginWay way, LoginCode code, SessionClient client, Function<UUID, byte[]> digest) {
        renew(userId, way, code);
        of("""
            insert into access.session (session_id, user_id, nonce, way, cookie, without_code, code_at, digest, client)
            select :id, account.user_id, account.token_nonce, :way, false, :without, case when :shown then now() end, :digest, :client
            from access.account where account.user_id = :user
            on conflict (user_id, way, without_code, (code_at is not null)) where not cookie and not application
            do update set session_id = excluded.session_id, nonce = excluded.nonce, digest = excluded.digest,
                client = excluded.client, opened_at = now(), used_at = now(), code_at = excluded.code_at
            where session.nonce <> excluded.nonce or session.code_at <= (
                select second_factor.activated_at from access.second_factor where second_factor.user_id = excluded.user_id)""", userId, way, code)
                .param("id", id)
                .param("digest", digest.apply(id))
                .param("client", clients.seal(client, id))
                .update();
    }

    /** What is too old does not become valid again by a login: somebody else may have it. */
    private void renew(int userId, LoginWay way, LoginCode code) {
        of("""
            with ended as (
                delete from access.session where %1$s and session.way <> 'EMAIL' and :age > 0
                and session.opened_at <= now() - :age * interval '1 second')
            update access.session set opened_at = now() where %1$s
            and session.way <> 'EMAIL' and (:age = 0 or session.opened_at > now() - :age * interval '1 second')""".formatted(OF_WAY), userId, way, code)
                .param("age", tokens.tokenAge().toSeconds())
                .update();
    }

    /** Returns the id of the token of a user for a way, which must exist. */
    UUID idOf(int userId, LoginWay way, LoginCode code) {
        return of("select session.session_id from access.session where " + OF_WAY, userId, way, code)
                .query(UUID.class)
                .single();
    }

    private JdbcClient.StatementSpec of(String sql, int userId, LoginWay way, LoginCode code) {
        return jdbc.sql(sql)
                .param("user", userId)
                .param("way", way.key())
                .param("without", code == LoginCode.DISPENSED)
                .param("shown", code == LoginCode.SHOWN);
    }
}
