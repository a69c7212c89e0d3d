package dev.flagledger.access.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import dev.flagledger.access.oauth.ApplicationRows.Grant;
import dev.flagledger.access.oauth.client.KnownClients;
import dev.flagledger.access.oauth.message.FormMessage;
import dev.flagledger.access.oauth.message.Messages;
import dev.flagledger.access.oauth.message.OAuthRefused;
import org.springframework.stereotype.Component;

/** Answers requests of the token endpoint. */
@Component
public class TokenRequests {

    private final KnownClients clients;
    private final Applications applications;

    TokenRequests(KnownClients clients, Applications applications) {
        this.clients = clients;
        this.applications = applications;
    }

    /**
     * Redeems a code, or refreshes tokens.
     *
     * @throws OAuthRefused if the client gets nothing
     */
    public Applications.Outcome answer(FormMessage message) {
        return answer(Messages.read(() -> TokenRequest.parse(Messages.of(message)), OAuth2Error.INVALID_REQUEST));
    }

    private Applications.Outcome answer(TokenRequest request) {
        var client = clients.sender(request);
        client.requireScope(request.getScope());
        return switch (request.getAuthorizationGrant()) {
            case AuthorizationCodeGrant code ->
                applications.redeem(code.getAuthorizationCode().getValue(), client, grant -> proves(code, grant));
            case RefreshTokenGrant refresh ->
                applications.refresh(refresh.getRefreshToken().getValue(), client);
            default -> throw new OAuthRefused(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        };
    }

    private static boolean proves(AuthorizationCodeGrant shown, Grant grant) {
        var verifier = shown.getCodeVerifier();
        var redirect = shown.getRedirectionURI();
        return verifier != null
                && redirect != null
                && redirect.toString().equals(grant.redirectUri())
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(grant.codeChallenge());
    }
}
