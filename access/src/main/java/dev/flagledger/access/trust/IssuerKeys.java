package dev.flagledger.access.trust;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import dev.flagledger.access.outbound.http.OutboundHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The keys of issuers, found by what they say about themselves (OpenID Connect Discovery). Both are kept for ten minutes. A key that
 * is missing is looked for earlier, but not more often than twice a minute, so that nobody makes this server call others often.
 */
@Component
final class IssuerKeys {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_READS = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private final OutboundHttp http;
    private final Cache<String, JWKSource<SecurityContext>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    IssuerKeys(OutboundHttp http) {
        this.http = http;
    }

    /**
     * Returns the keys of an issuer.
     *
     * @throws IOException if the issuer cannot be reached, or does not describe itself as it must
     */
    JWKSource<SecurityContext> of(String issuer) throws IOException {
        var kept = known.getIfPresent(issuer);
        if (kept != null) {
            return kept;
        }
        var keys = discovered(issuer);
        known.put(issuer, keys);
        return keys;
    }

    private JWKSource<SecurityContext> discovered(String issuer) throws IOException {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            var metadata = JSONObjectUtils.parse(read(URI.create(base + WELL_KNOWN)));
            if (!issuer.equals(JSONObjectUtils.getString(metadata, "issuer"))) {
                throw new IOException("The issuer " + issuer + " calls itself otherwise");
            }
            var address = JSONObjectUtils.getURI(metadata, "jwks_uri");
            if (address == null || !IssuerRules.isSafe(address)) {
                throw new IOException("The issuer " + issuer + " names no safe address of its keys");
            }
            return keys(address.toURL());
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("The issuer " + issuer + " does not describe itself", e);
        }
    }

    private JWKSource<SecurityContext> keys(URL address) {
        ResourceRetriever reading = url -> new Resource(read(URI.create(url.toString())), "application/json");
        return JWKSourceBuilder.create(address, reading)
                .cache(KEPT.toMillis(), JWKSourceBuilder.DEFAULT_CACHE_REFRESH_TIMEOUT)
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_READS.toMillis())
                .build();
    }

    private String read(URI address) throws IOException {
        var answer = http.get(address, Map.of("Accept", "application/json"));
        if (!answer.isOk()) {
            throw new IOException(address + " answers " + answer.status());
        }
        return answer.body();
    }
}
