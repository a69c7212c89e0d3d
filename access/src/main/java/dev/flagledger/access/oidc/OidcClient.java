package dev.flagledger.access.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.flagledger.access.federation.used.UsedLogins;
import dev.flagledger.access.federation.used.UsedLogins.Protocol;
import dev.flagledger.access.oidc.OidcFailure.Kind;
import dev.flagledger.access.outbound.http.OutboundHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Leads browsers to identity providers, and finds out who has returned. */
@Component
public final class OidcClient {

    /** The time for which a login that was begun can be completed. */
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    private final ProviderHttp http;
    private final Discovery discovery;
    private final UserClaims claims;
    private final UsedLogins used;
    private final Clock clock;

    /** Creates a client that sends its requests through this one. */
    public OidcClient(OutboundHttp http, UsedLogins used, Clock clock) {
        this.http = new ProviderHttp(http);
        this.discovery = new Discovery(this.http);
        this.claims = new UserClaims(this.http);
        this.used = used;
        this.clock = clock;
    }

    /**
     * A login that begins.
     *
     * @param address where the browser is to go
     */
    public record Begun(OidcLogin login, URI address) {}

    /** Begins a login. */
    public Begun begin(int provider, OidcSettings settings) throws OidcFailure {
        var metadata = discovery.of(settings.issuer()).metadata();
        var login = new OidcLogin(
                provider,
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                clock.instant().plus(PATIENCE).getEpochSecond());
        var scope = new Scope("openid");
        settings.scopes().forEach(scope::add);
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope, new ClientID(settings.clientId()), settings.redirect())
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(login.state()))
                .nonce(new Nonce(login.nonce()))
                .codeChallenge(new CodeVerifier(login.verifier()), CodeChallengeMethod.S256)
                .build();
        return new Begun(login, request.toURI());
    }

    /**
     * Completes a login, once: its code is sent to no issuer again (RFC 9700).
     *
     * @param login what the browser has kept
     * @param returned what it has brought back in the address
     */
    public OidcUser complete(OidcLogin login, OidcSettings settings, Returned returned) throws OidcFailure {
        var provider = discovery.of(settings.issuer());
        var code = returned.codeOf(login, provider.metadata(), clock);
        requireFirst(login);
        var tokens = exchange(login, settings, provider.metadata(), code);
        return claims.of(tokens.getOIDCTokens(), login, settings, provider);
    }

    /**
     * Finds out whether a provider can be used, as far as that is possible without a user.
     *
     * @throws OidcFailure if it cannot, saying why
     */
    public void check(OidcSettings settings) throws OidcFailure {
        var provider = discovery.fresh(settings.issuer());
        claims.requireKeys(provider);
        ClientCheck.check(http, settings, provider.metadata());
    }

    private void requireFirst(OidcLogin login) throws OidcFailure {
        var until = Instant.ofEpochSecond(login.expiresAt());
        if (!used.use(Protocol.OIDC, login.provider(), login.state(), until)) {
            throw new OidcFailure(Kind.STATE, "The login was completed already.");
        }
    }

    private OIDCTokenResponse exchange(
            OidcLogin login, OidcSettings settings, OIDCProviderMetadata metadata, String code) throws OidcFailure {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), settings.redirect(), new CodeVerifier(login.verifier()));
        var request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(), authentication(settings, metadata), grant)
                .build();
        try {
            var response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(http));
            if (!response.indicatesSuccess()) {
                throw new OidcFailure(
                        Kind.EXCHANGE,
                        refusal(response.toErrorResponse().getErrorObject().getCode()));
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (IOException e) {
            throw new OidcFailure(Kind.UNREACHABLE, "The issuer gives no tokens: " + Reasons.of(e) + ".");
        } catch (ParseException e) {
            throw new OidcFailure(Kind.EXCHANGE, "The issuer's tokens cannot be read: " + e.getMessage() + ".");
        }
    }

    static String refusal(String code) {
        return "The issuer gives no tokens: its error is " + code + ".";
    }

    /** As the provider prefers; without a word of it, in the header (OpenID Connect Discovery, 3). */
    static ClientAuthentication authentication(OidcSettings settings, OIDCProviderMetadata metadata) {
        var methods = metadata.getTokenEndpointAuthMethods();
        var id = new ClientID(settings.clientId());
        var secret = new Secret(settings.clientSecret());
        boolean inBody = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return inBody ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }
}
