package dev.flagledger.access.oauth;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.token.Token;
import dev.flagledger.access.oauth.client.KnownClients;
import dev.flagledger.access.oauth.client.OAuthClient;
import dev.flagledger.access.oauth.message.Drawn;
import dev.flagledger.access.oauth.message.FormMessage;
import dev.flagledger.access.oauth.message.Messages;
import dev.flagledger.access.oauth.message.OAuthRefused;
import dev.flagledger.access.session.SessionRow;
import dev.flagledger.access.session.SessionRows;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.access.session.rule.LoginRefusals;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what tokens are for: for the API, and for clients that ask about a token or give it up. */
@Component
public class TokenLookups {

    private final ApplicationRows rows;
    private final KnownClients clients;
    private final Sessions sessions;
    private final SessionRows sessionRows;
    private final LoginRefusals refusals;

    TokenLookups(
            ApplicationRows rows,
            KnownClients clients,
            Sessions sessions,
            SessionRows sessionRows,
            LoginRefusals refusals) {
        this.rows = rows;
        this.clients = clients;
        this.sessions = sessions;
        this.sessionRows = sessionRows;
        this.refusals = refusals;
    }

    /** The user whom the bearer of an access token acts for, until it expires. */
    public record Bearer(Sessions.Found found, Instant expiresAt) {}

    /**
     * A token that a client has asked about.
     *
     * @param session whose it is
     */
    public record Known(SessionRow session, Instant expiresAt) {}

    /**
     * What a client learns of a token.
     *
     * @param allowed whether the client may ask
     * @param known empty if it may not, or the token is not good
     */
    public record Introspection(boolean allowed, Optional<Known> known) {}

    /** Returns whom an access token acts for; empty if it is unknown or has expired. */
    public Optional<Bearer> byAccessToken(String token) {
        return rows.token(new Drawn(token).digest())
                .filter(known -> !known.refreshes())
                .flatMap(known -> sessions.byId(known.sessionId()).map(found -> new Bearer(found, known.expiresAt())));
    }

    /**
     * Returns the session that a client gives up with one of its tokens, of whichever kind; empty if the token is unknown, or another
     * client's.
     *
     * @throws OAuthRefused if the client is not who it says
     */
    public Optional<SessionRow> givenUp(FormMessage message) {
        var request =
                Messages.read(() -> TokenRevocationRequest.parse(Messages.of(message)), OAuth2Error.INVALID_REQUEST);
        var client = clients.sender(request);
        return rows.token(digest(request.getToken()))
                .filter(known -> known.clientId().equals(client.id()))
                .flatMap(known -> sessionRows.find(known.sessionId()));
    }

    /**
     * Answers a client that asks about a token. Only clients with a secret may; about refresh tokens, which are no use to others, only the
     * client's own. A token is not good where the API would refuse its user's login.
     */
    public Introspection introspect(FormMessage message) {
        var request =
                Messages.read(() -> TokenIntrospectionRequest.parse(Messages.of(message)), OAuth2Error.INVALID_REQUEST);
        return clients.confidential(request.getClientAuthentication())
                .map(client -> new Introspection(true, known(request.getToken(), client)))
                .orElseGet(() -> new Introspection(false, Optional.empty()));
    }

    private Optional<Known> known(Token token, OAuthClient client) {
        return rows.token(digest(token))
                .filter(known -> !known.refreshes()
                        || (!known.replaced() && known.clientId().equals(client.id())))
                .flatMap(known -> sessionRows
                        .find(known.sessionId())
                        .filter(session -> refusals.of(session.account().userId(), session.way())
                                .isEmpty())
                        .map(session -> new Known(session, known.expiresAt())));
    }

    private static byte[] digest(Token token) {
        return new Drawn(token.getValue()).digest();
    }
}
