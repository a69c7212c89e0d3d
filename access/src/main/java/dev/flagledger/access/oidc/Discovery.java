package dev.flagledger.access.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.flagledger.access.issuer.IssuerDocuments;
import dev.flagledger.access.issuer.IssuerRules;
import dev.flagledger.access.oidc.OidcFailure.Kind;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;

/** What providers say about themselves, and their keys. */
final class Discovery {

    private final ProviderHttp http;
    private final Cache<String, Known> known = IssuerDocuments.cache();

    Discovery(ProviderHttp http) {
        this.http = http;
    }

    /** A provider. */
    record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /** Returns what is known of the provider, after asking it if need be. */
    Known of(String issuer) throws OidcFailure {
        var kept = known.getIfPresent(issuer);
        return kept == null ? fresh(issuer) : kept;
    }

    /** Asks the provider. */
    Known fresh(String issuer) throws OidcFailure {
        var metadata = read(issuer);
        if (!metadata.getIssuer().getValue().equals(issuer)) {
            throw new OidcFailure(
                    Kind.DISCOVERY,
                    "The issuer calls itself " + metadata.getIssuer().getValue() + ". Enter it exactly like that.");
        }
        if (metadata.getAuthorizationEndpointURI() == null
                || metadata.getTokenEndpointURI() == null
                || metadata.getJWKSetURI() == null) {
            throw new OidcFailure(
                    Kind.DISCOVERY, "The issuer names no address for authorization, for tokens, or for keys.");
        }
        if (!IssuerRules.isSafe(metadata.getAuthorizationEndpointURI())) {
            throw new OidcFailure(Kind.DISCOVERY, "The issuer's address for authorization is not https.");
        }
        var found = new Known(metadata, keys(metadata.getJWKSetURI()));
        known.put(issuer, found);
        return found;
    }

    private OIDCProviderMetadata read(String issuer) throws OidcFailure {
        try {
            return OIDCProviderMetadata.parse(
                    http.get(IssuerDocuments.descriptionOf(issuer)).body());
        } catch (IOException e) {
            throw new OidcFailure(Kind.UNREACHABLE, "The issuer cannot be reached: " + Reasons.of(e) + ".");
        } catch (ParseException e) {
            throw new OidcFailure(Kind.DISCOVERY, "The issuer does not describe itself: " + e.getMessage() + ".");
        }
    }

    private JWKSource<SecurityContext> keys(URI address) throws OidcFailure {
        try {
            return IssuerDocuments.keys(address.toURL(), http);
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new OidcFailure(Kind.DISCOVERY, "The issuer's address for keys is malformed.");
        }
    }
}
