package dev.flagledger.access.oauth;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import dev.flagledger.access.oauth.ApplicationRows.Grant;
import dev.flagledger.access.oauth.client.OAuthClient;
import dev.flagledger.access.oauth.client.OAuthClients;
import dev.flagledger.access.oauth.message.Drawn;
import dev.flagledger.access.oauth.message.OAuthRefused;
import dev.flagledger.access.session.Consenting;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.SessionRow;
import dev.flagledger.access.session.SessionRows;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.access.session.rule.LoginRefusals;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What users let applications do for them: codes, which are redeemed once, and tokens, which are refreshed. */
@Component
public class Applications {

    private final ApplicationRows rows;
    private final Sessions sessions;
    private final SessionRows sessionRows;
    private final OAuthClients clients;
    private final LoginRefusals refusals;
    private final TransactionTemplate transaction;

    Applications(
            ApplicationRows rows,
            Sessions sessions,
            SessionRows sessionRows,
            OAuthClients clients,
            LoginRefusals refusals,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.sessions = sessions;
        this.sessionRows = sessionRows;
        this.clients = clients;
        this.refusals = refusals;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What comes of showing a code or a refresh token. */
    public sealed interface Outcome {
        /** The client gets tokens. */
        record Issued(IssuedTokens tokens) implements Outcome {}

        /** It was used before, so it may have been stolen: the session has to end. */
        record Reused(SessionRow session) implements Outcome {}
    }

    /**
     * Stores a consent, and the code that the client redeems. Takes part in the caller's transaction.
     *
     * @param user who consents, and how they have logged in
     * @param code what {@link #drawCode} has returned
     * @throws OAuthRefused if their session has ended meanwhile
     */
    public void grant(UUID session, Consenting user, SessionClient browser, Consent consent, String code) {
        if (!sessions.application(session, user, browser)) {
            throw new OAuthRefused(OAuth2Error.ACCESS_DENIED);
        }
        rows.insert(session, consent, new Drawn(code).digest());
        clients.used(consent.client().id());
    }

    /** Returns a new code. */
    public String drawCode() {
        return Drawn.fresh().text();
    }

    /**
     * Redeems a code.
     *
     * @param proves whether the request is the one that the code was given for, by its redirect URI and verifier
     * @throws OAuthRefused if the code is not good
     */
    Outcome redeem(String code, OAuthClient client, Predicate<Grant> proves) {
        return inTransaction(() -> {
            var grant = rows.byCode(new Drawn(code).digest())
                    .filter(known -> known.clientId().equals(client.id()))
                    .orElseThrow(OAuthRefused::invalidGrant);
            var session = session(grant);
            if (grant.used()) {
                return new Outcome.Reused(session);
            }
            if (grant.expired() || !proves.test(grant)) {
                throw OAuthRefused.invalidGrant();
            }
            rows.useCode(grant.sessionId());
            return issue(grant, session);
        });
    }

    /**
     * Replaces a refresh token by another. If it was replaced before, the answer may have been lost: the other that was given then is good
     * no more, so that one of them at most is used.
     *
     * @throws OAuthRefused if it is not good
     */
    Outcome refresh(String token, OAuthClient client) {
        return inTransaction(() -> {
            var digest = new Drawn(token).digest();
            var grant = rows.byRefreshToken(digest)
                    .filter(known -> known.clientId().equals(client.id()) && !known.expired())
                    .orElseThrow(OAuthRefused::invalidGrant);
            var session = session(grant);
            if (grant.used()) {
                return new Outcome.Reused(session);
            }
            rows.replace(grant.sessionId(), digest);
            return issue(grant, session);
        });
    }

    /** The session may have ended with others of the user. */
    private SessionRow session(Grant grant) {
        return sessionRows.find(grant.sessionId()).orElseThrow(OAuthRefused::invalidGrant);
    }

    private Outcome issue(Grant grant, SessionRow session) {
        if (refusals.of(session.account().userId(), session.way()).isPresent()) {
            throw OAuthRefused.invalidGrant();
        }
        var access = Drawn.fresh();
        var refresh = Drawn.fresh();
        rows.insertToken(grant.sessionId(), access.digest(), false, IssuedTokens.ACCESS_LIFETIME);
        rows.insertToken(grant.sessionId(), refresh.digest(), true, IssuedTokens.REFRESH_LIFETIME);
        sessionRows.touch(grant.sessionId());
        var application = Optional.ofNullable(session.application()).orElseThrow();
        return new Outcome.Issued(new IssuedTokens(access.text(), refresh.text(), application.scope()));
    }

    private Outcome inTransaction(Supplier<Outcome> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
