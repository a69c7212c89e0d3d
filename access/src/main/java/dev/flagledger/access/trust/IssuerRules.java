package dev.flagledger.access.trust;

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
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private IssuerRules() {}

    /** Returns what is wrong with the address of an issuer; empty if it is right. */
    public static Optional<String> problemOf(String issuer) {
        var uri = parsed(issuer);
        if (uri.filter(IssuerRules::isSafe).isEmpty()) {
            return Optional.of(NOT_HTTPS);
        }
        return uri.filter(found -> found.getRawQuery() == null && found.getRawFragment() == null)
                        .isEmpty()
                ? Optional.of(EXTRA)
                : Optional.empty();
    }

    /** Returns whether what is read from there comes from there. */
    static boolean isSafe(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }

    static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
