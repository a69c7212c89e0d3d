package dev.flagledger.access.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Validates the addresses of providers. */
public final class IssuerRules {

    /** Hosts of this machine, to which HTTP is as safe as HTTPS. The address rule decides whether they may be called. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private IssuerRules() {}

    /** The error of an issuer that is to be saved; empty if it is valid. */
    public static Optional<String> problemOf(String issuer) {
        var uri = parsed(issuer);
        if (uri.isEmpty() || !isSafe(uri.get())) {
            return Optional.of("Issuer must be an https:// URL.");
        }
        if (issuer.indexOf('?') >= 0 || issuer.indexOf('#') >= 0) {
            return Optional.of("Issuer must not contain a query string or fragment.");
        }
        return Optional.empty();
    }

    /** Whether what is sent to an address cannot be read on the way. */
    static boolean isSafe(URI uri) {
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && ("https".equalsIgnoreCase(uri.getScheme())
                        || ("http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
