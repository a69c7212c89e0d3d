package dev.flagledger.access.session;

import dev.flagledger.access.factor.FactorState;
import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.secret.Digest;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.ledger.secret.RandomSecret;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sessions of users: browsers with a cookie, and tokens. A user has one token for each way of logging in, which is the same at
 * every login until logout: clients expect that logins do not end each other, and a token does not become more trusted by a login
 * elsewhere. That for passwords is the token of the account. Logins without the code of a second factor have tokens of their own, and so
 * have those that have shown one.
 */
@Component
public class Sessions {

    private static final int TOKEN_LENGTH = 40;

    private final JdbcClient jdbc;
    private final InstallationSecret secret;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final SessionRows rows;
    private final TokenRows tokens;
    private final CookieSettings settings;

    Sessions(
            JdbcClient jdbc,
            InstallationSecret secret,
            Accounts accounts,
            SecondFactors factors,
            SessionRows rows,
            TokenRows tokens,
            CookieSettings settings) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.accounts = accounts;
        this.factors = factors;
        this.rows = rows;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** An account and the session by which it was found. */
    public record Found(Account account, UserSession session) {}

    /** Returns the user's token for a way, of 40 lower-case hex digits. The account must exist. */
    public String token(int userId, LoginWay way, LoginCode code, SessionClient client) {
        if (way.equals(LoginWay.EMAIL) && code != LoginCode.DISPENSED) {
            return accounts.tokenOf(userId);
        }
        tokens.insert(UUID.randomUUID(), userId, way, code, client, id -> Digest.sha256(tokenOf(id)));
        var id = tokens.idOf(userId, way, code);
        var token = tokenOf(id);
        // The digest is another one after a change of the installation's secret.
        jdbc.sql("""
            update access.session set digest = :digest
            where session.session_id = :id and session.digest <> :digest""").param("digest", Digest.sha256(token)).param("id", id).update();
        return token;
    }

    /** Opens a session of a browser, and returns the value of its cookie. The account must exist. */
    public String cookie(int userId, LoginWay way, LoginCode code, SessionClient client) {
        var value = RandomSecret.draw();
        rows.insertCookie(UUID.randomUUID(), userId, way, code, client, Digest.sha256(value));
        return value;
    }

    /**
     * Opens a session of an application that acts for a user, who must exist. Its tokens are stored apart. It ends when the login that
     * consented would have ended without another one.
     *
     * @param user who it is, and how they had logged in when they consented
     * @return false if what they consent with has ended
     */
    public boolean application(UUID id, Consenting user, SessionClient client) {
        return rows.insertApplication(id, user, client) && rows.isValid(id);
    }

    /** Returns the owner of an application's session, which is prolonged. */
    public Optional<Found> byId(UUID id) {
        return rows.find(id).map(this::found);
    }

    /** Returns the owner of a token. */
    public Optional<Found> byToken(String token) {
        return accounts.byToken(token)
                .map(holder -> new Found(
                        holder.account(),
                        UserSession.ofAccount(
                                holder.nonce(), hasFactor(holder.account().userId()))))
                .or(() -> rows.find(Digest.sha256(token), false).map(this::found));
    }

    /** Returns the owner of a browser's session, which is prolonged. */
    public Optional<Found> byCookie(String value) {
        return settings.enabled() ? rows.find(Digest.sha256(value), true).map(this::found) : Optional.empty();
    }

    private Found found(SessionRow row) {
        rows.touch(row.id());
        return new Found(
                row.account(),
                new UserSession(
                        row.id(),
                        null,
                        row.way(),
                        row.cookie(),
                        row.application(),
                        hasFactor(row.account().userId()),
                        row.withoutCode()));
    }

    private boolean hasFactor(int userId) {
        return factors.stateOf(userId) == FactorState.ACTIVE;
    }

    private String tokenOf(UUID session) {
        return HexFormat.of().formatHex(secret.mac("session:" + session)).substring(0, TOKEN_LENGTH);
    }
}
