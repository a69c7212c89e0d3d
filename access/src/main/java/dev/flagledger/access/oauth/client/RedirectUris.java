package dev.flagledger.access.oauth.client;

import dev.flagledger.access.address.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which redirect URIs clients may have (RFC 8252, RFC 9700, 4.1), and which of them a request may name. */
public final class RedirectUris {

    static final int MAX_NUMBER = 5;
    private static final int MAX_LENGTH = 500;
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");

    /** Schemes by which a browser would run or read something, or that belong to others than an application. */
    private static final Set<String> REFUSED = Set.of(
            "about",
            "blob",
            "cid",
            "content",
            "data",
            "dav",
            "dict",
            "feed",
            "file",
            "filesystem",
            "ftp",
            "ftps",
            "gopher",
            "imap",
            "intent",
            "irc",
            "jar",
            "javascript",
            "ldap",
            "ldaps",
            "mailto",
            "news",
            "nntp",
            "resource",
            "sftp",
            "sip",
            "sips",
            "smb",
            "sms",
            "ssh",
            "tel",
            "telnet",
            "urn",
            "vbscript",
            "view-source",
            "wais",
            "ws",
            "wss",
            "wyciwyg",
            "x-javascript");

    private RedirectUris() {}

    /** Returns whether a client may have this one. */
    public static boolean allowed(String text) {
        var uri = parsed(text);
        if (uri == null || text.length() > MAX_LENGTH || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return false;
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "https" -> uri.getHost() != null;
            case "http" -> isLoopback(uri);
            default -> isPrivate(scheme);
        };
    }

    /** Returns whether a request may name this one: exactly one of these, but for the port of a loopback address. */
    public static boolean matches(List<String> registered, String named) {
        return registered.contains(named)
                || (allowed(named) && registered.stream().anyMatch(known -> differInPortOnly(known, named)));
    }

    private static boolean differInPortOnly(String known, String named) {
        var one = parsed(known);
        var other = parsed(named);
        return one != null
                && other != null
                && isLoopback(one)
                && isLoopback(other)
                && withoutPort(one).equals(withoutPort(other));
    }

    private static List<String> withoutPort(URI uri) {
        return List.of(
                uri.getHost(), String.valueOf(uri.getRawPath()), String.valueOf(uri.getRawQuery()), uri.getScheme());
    }

    private static boolean isLoopback(URI uri) {
        return uri.getScheme().equals("http") && Loopback.isHostOf(uri);
    }

    private static boolean isPrivate(String scheme) {
        return SCHEME.matcher(scheme).matches()
                && !REFUSED.contains(scheme)
                && !scheme.startsWith("ms-")
                && !scheme.startsWith("chrome")
                && !scheme.startsWith("moz-");
    }

    private static @Nullable URI parsed(String text) {
        try {
            var uri = new URI(text);
            return uri.isAbsolute() ? uri : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
