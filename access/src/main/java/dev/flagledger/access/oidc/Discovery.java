package dev.flagledger.access.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.flagledger.access.oidc.OidcFailure.Kind;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** What providers say about themselves, and their keys. Both are kept for ten minutes; keys are read again earlier if one is missing. */
final class Discovery {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_READS = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private final ProviderHttp http;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

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
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            return OIDCProviderMetadata.parse(
                    http.get(URI.create(base + WELL_KNOWN)).body());
        } catch (IOException e) {
            throw new OidcFailure(Kind.UNREACHABLE, "The issuer cannot be reached: " + Reasons.of(e) + ".");
        } catch (ParseException e) {
            throw new OidcFailure(Kind.DISCOVERY, "The issuer does not describe itself: " + e.getMessage() + ".");
        }
    }

    private JWKSource<SecurityContext> keys(URI address) throws OidcFailure {
        try {
            return JWKSourceBuilder.create(address.toURL(), http)
                    .cache(KEPT.toMillis(), JWKSourceBuilder.DEFAULT_CACHE_REFRESH_TIMEOUT)
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_READS.toMillis())
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new OidcFailure(Kind.DISCOVERY, "The issuer's address for keys is malformed.");
        }
    }
}
