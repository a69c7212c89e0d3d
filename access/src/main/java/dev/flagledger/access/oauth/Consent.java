package dev.flagledger.access.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.State;
import dev.flagledger.access.oauth.client.OAuthClient;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks a user for. All of it has been checked, so that the browser may be sent to the redirect URI.
 *
 * @param challenge the code challenge, by S256
 * @param state returned to the client as it is; null if there is none
 */
public record Consent(
        OAuthClient client,
        String redirectUri,
        String challenge,
        @Nullable String state) {

    /** Returns where the browser is sent if the user refuses. */
    public URI refused() {
        return new AuthorizationErrorResponse(
                        URI.create(redirectUri),
                        OAuth2Error.ACCESS_DENIED.setDescription(null),
                        sentState(),
                        ResponseMode.QUERY)
                .toURI();
    }

    /** Returns where the browser is sent with a code. */
    public URI granted(String code) {
        return new AuthorizationSuccessResponse(
                        URI.create(redirectUri), new AuthorizationCode(code), null, sentState(), ResponseMode.QUERY)
                .toURI();
    }

    private @Nullable State sentState() {
        return state == null ? null : new State(state);
    }
}
