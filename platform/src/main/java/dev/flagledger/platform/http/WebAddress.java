package dev.flagledger.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What a text must be like to be the address of something in the web. */
public final class WebAddress {

    private WebAddress() {}

    /** What is wrong with the text; empty if nothing is. */
    public static Optional<String> problemOf(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("Enter a valid URL.");
        }
        if (url.getScheme() == null || url.getHost() == null || url.getUserInfo() != null) {
            return Optional.of("Enter a valid URL.");
        }
        var scheme = url.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https")
                ? Optional.empty()
                : Optional.of("Enter a valid http(s) URL.");
    }
}
