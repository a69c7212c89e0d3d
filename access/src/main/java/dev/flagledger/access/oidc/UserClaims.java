package dev.flagledger.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.flagledger.access.oidc.Discovery.Known;
import dev.flagledger.access.oidc.OidcFailure.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Verifies ID tokens, and reads from them, and from what the provider says further, who the user is. */
final class UserClaims {

    /**
     * Only signatures with a key that the provider keeps for itself. The client secret and the provider's public key are known to others,
     * and the algorithm none needs no key.
     */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    private final ProviderHttp http;

    UserClaims(ProviderHttp http) {
        this.http = http;
    }

    OidcUser of(OIDCTokens tokens, OidcLogin login, OidcSettings settings, Known provider) throws OidcFailure {
        var token = verified(tokens, login, settings, provider);
        var claims = new HashMap<>(token.getClaims());
        if (lacks(claims, settings) && provider.metadata().getUserInfoEndpointURI() != null) {
            asked(tokens, token, provider).forEach(claims::putIfAbsent);
        }
        return new ClaimReader(claims).user(token.getSubject(), settings);
    }

    /** Requires that there are keys with which tokens could be verified. */
    void requireKeys(Known provider) throws OidcFailure {
        try {
            var keys = provider.keys().get(new JWKSelector(new JWKMatcher.Builder().build()), null);
            if (keys.isEmpty()) {
                throw new OidcFailure(Kind.DISCOVERY, "The issuer has no keys.");
            }
        } catch (KeySourceException e) {
            throw new OidcFailure(Kind.UNREACHABLE, "The issuer's keys cannot be read: " + e.getMessage() + ".");
        }
    }

    private JWTClaimsSet verified(OIDCTokens tokens, OidcLogin login, OidcSettings settings, Known provider)
            throws OidcFailure {
        if (!(tokens.getIDToken() instanceof SignedJWT signed)) {
            throw new OidcFailure(Kind.TOKEN, "The ID token is not signed.");
        }
        var validator = new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys()),
                null);
        try {
            var claims = validator.validate(signed, new Nonce(login.nonce()));
            var askedBy = claims.getAuthorizedParty();
            if (askedBy != null && !askedBy.getValue().equals(settings.clientId())) {
                throw new OidcFailure(Kind.TOKEN, "The ID token was made for another client.");
            }
            return claims.toJWTClaimsSet();
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw new OidcFailure(Kind.TOKEN, "The ID token is not valid: " + e.getMessage() + ".");
        }
    }

    private static boolean lacks(Map<String, Object> claims, OidcSettings settings) {
        return !claims.containsKey("email")
                || (!settings.groupsClaim().isEmpty() && !claims.containsKey(settings.groupsClaim()));
    }

    /** Only what is said of the same subject (OpenID Connect Core, 5.3.2). */
    private Map<String, Object> asked(OIDCTokens tokens, JWTClaimsSet token, Known provider) throws OidcFailure {
        var request = new UserInfoRequest(provider.metadata().getUserInfoEndpointURI(), tokens.getAccessToken());
        try {
            var response = UserInfoResponse.parse(request.toHTTPRequest().send(http));
            if (!response.indicatesSuccess()) {
                throw new OidcFailure(Kind.TOKEN, "The issuer does not describe the user.");
            }
            var info = response.toSuccessResponse().getUserInfo();
            if (info == null || !info.getSubject().getValue().equals(token.getSubject())) {
                throw new OidcFailure(Kind.TOKEN, "The issuer describes another user.");
            }
            return info.toJWTClaimsSet().getClaims();
        } catch (IOException e) {
            throw new OidcFailure(Kind.UNREACHABLE, "The issuer does not describe the user: " + Reasons.of(e) + ".");
        } catch (ParseException e) {
            throw new OidcFailure(Kind.TOKEN, "The issuer's description of the user cannot be read.");
        }
    }
}
