package dev.flagledger.access.trust;

import com.github.benmanes.caffeine.cache.Cache;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import dev.flagledger.access.issuer.IssuerDocuments;
import dev.flagledger.access.issuer.IssuerRules;
import dev.flagledger.access.outbound.http.OutboundHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The keys of issuers, found by what they say about themselves. */
@Component
final class IssuerKeys {

    private final OutboundHttp http;
    private final Cache<String, JWKSource<SecurityContext>> known = IssuerDocuments.cache();

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
        try {
            var metadata = JSONObjectUtils.parse(read(IssuerDocuments.descriptionOf(issuer)));
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
        return IssuerDocuments.keys(address, reading);
    }

    private String read(URI address) throws IOException {
        var answer = http.get(address, Map.of("Accept", "application/json"));
        if (!answer.isOk()) {
            throw new IOException(address + " answers " + answer.status());
        }
        return answer.body();
    }
}
