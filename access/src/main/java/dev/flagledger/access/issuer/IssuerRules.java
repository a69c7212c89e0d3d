package dev.flagledger.access.issuer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Validates the addresses of issuers and of their keys. */
public final class IssuerRules {

    /** The texts are part of the contract. */
    private static final String NOT_HTTPS = "Issuer must be an https:// URL.";

    private static final String EXTRA = "Issuer must not contain a query string or fragment.";

    /** Hosts of this machine, to which HTTP is as safe as HTTPS. The address rule decides whether they may be called. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private IssuerRules() {}

    /** The error of an issuer that is to be saved; empty if it is valid. */
    public static Optional<String> problemOf(String issuer) {
        var uri = parsed(issuer);
        if (uri.filter(IssuerRules::isSafe).isEmpty()) {
            return Optional.of(NOT_HTTPS);
        }
        return issuer.indexOf('?') >= 0 || issuer.indexOf('#') >= 0 ? Optional.of(EXTRA) : Optional.empty();
    }

    /** Whether what is sent to an address, or read from it, can be neither read nor changed on the way. */
    public static boolean isSafe(URI uri) {
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
