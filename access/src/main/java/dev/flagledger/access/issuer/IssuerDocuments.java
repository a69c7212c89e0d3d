package dev.flagledger.access.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/**
 * Where issuers describe themselves (OpenID Connect Discovery), and for how long that counts. Descriptions and keys are kept for ten
 * minutes. A key that is missing is looked for earlier, but not more often than twice a minute, so that nobody makes this server call
 * others often.
 */
public final class IssuerDocuments {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_READS = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private IssuerDocuments() {}

    /**
     * The address of an issuer's description.
     *
     * @throws IllegalArgumentException if the issuer is no address
     */
    public static URI descriptionOf(String issuer) {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(base + WELL_KNOWN);
    }

    /** An empty cache of what is read of issuers. */
    public static <T> Cache<String, T> cache() {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    }

    /** The keys at an address, which are read when they are needed. */
    public static JWKSource<SecurityContext> keys(URL address, ResourceRetriever http) {
        return JWKSourceBuilder.create(address, http)
                .cache(KEPT.toMillis(), JWKSourceBuilder.DEFAULT_CACHE_REFRESH_TIMEOUT)
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_READS.toMillis())
                .build();
    }
}
