package dev.flagledger.access.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.flagledger.access.oidc.OidcFailure.Kind;
import java.io.IOException;
import java.util.Objects;

/**
 * Finds out whether a provider knows the client and its secret: it is sent a code that it has never given, which it must refuse because of the
 * code and not because of the client (RFC 6749, 5.2).
 */
final class ClientCheck {

    private ClientCheck() {}

    static void check(ProviderHttp http, OidcSettings settings, OIDCProviderMetadata metadata) throws OidcFailure {
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(), settings.redirect(), new CodeVerifier());
        var request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(), OidcClient.authentication(settings, metadata), grant)
                .build();
        ErrorObject error;
        try {
            var response = TokenResponse.parse(request.toHTTPRequest().send(http));
            if (response.indicatesSuccess()) {
                throw new OidcFailure(Kind.EXCHANGE, "The issuer accepts any code.");
            }
            error = response.toErrorResponse().getErrorObject();
        } catch (IOException e) {
            throw new OidcFailure(Kind.UNREACHABLE, "The issuer gives no tokens: " + Reasons.of(e) + ".");
        } catch (ParseException e) {
            throw new OidcFailure(Kind.EXCHANGE, "The issuer's answer cannot be read: " + e.getMessage() + ".");
        }
        if (!Objects.equals(error.getCode(), OAuth2Error.INVALID_GRANT.getCode())) {
            throw new OidcFailure(
                    Kind.EXCHANGE,
                    "The issuer does not accept the client id or the client secret: its error is " + error.getCode()
                            + ".");
        }
    }
}
