package dev.flagledger.access.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import dev.flagledger.access.oauth.client.OAuthClients;
import dev.flagledger.access.oauth.client.RedirectUris;
import dev.flagledger.access.oauth.message.Messages;
import dev.flagledger.access.oauth.message.OAuthRefused;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads authorization requests. PKCE with S256 is mandatory, also for clients with a secret (OAuth 2.1). All errors are told to the page
 * that asks, never to the redirect URI.
 */
@Component
public class ConsentReader {

    /** A SHA-256 in base64url. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final int MAX_STATE = 2_000;

    private final OAuthClients clients;

    ConsentReader(OAuthClients clients) {
        this.clients = clients;
    }

    /**
     * Reads a request.
     *
     * @param parameters all values of each parameter
     * @throws OAuthRefused if the request is invalid, or the client may not ask for this
     */
    public Consent read(Map<String, List<String>> parameters) {
        return checked(Messages.read(() -> AuthorizationRequest.parse(parameters), OAuth2Error.INVALID_REQUEST));
    }

    /**
     * Reads a request that is the query of an address.
     *
     * @param query as it was sent; null for none
     * @throws OAuthRefused if the request is invalid, or the client may not ask for this
     */
    public Consent read(@Nullable String query) {
        return checked(Messages.read(() -> AuthorizationRequest.parse(query), OAuth2Error.INVALID_REQUEST));
    }

    private Consent checked(AuthorizationRequest request) {
        if (request.specifiesRequestObject()) {
            throw new OAuthRefused(OAuth2Error.REQUEST_NOT_SUPPORTED);
        }
        var client = clients.find(request.getClientID().getValue())
                .orElseThrow(() -> invalid("Invalid client_id parameter value."));
        var redirect = request.getRedirectionURI();
        if (redirect == null || !RedirectUris.matches(client.redirectUris(), redirect.toString())) {
            throw invalid("Mismatching redirect URI.");
        }
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            throw new OAuthRefused(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
        var challenge = request.getCodeChallenge();
        if (challenge == null) {
            throw invalid("Code challenge required.");
        }
        if (!CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                || !CHALLENGE.matcher(challenge.getValue()).matches()) {
            throw invalid("The code challenge must be by S256.");
        }
        client.requireScope(request.getScope());
        var state = request.getState() == null ? null : request.getState().getValue();
        if (state != null && state.length() > MAX_STATE) {
            throw invalid("The state is too long.");
        }
        return new Consent(client, redirect.toString(), challenge.getValue(), state);
    }

    private static OAuthRefused invalid(String problem) {
        return new OAuthRefused(OAuth2Error.INVALID_REQUEST, problem);
    }
}
