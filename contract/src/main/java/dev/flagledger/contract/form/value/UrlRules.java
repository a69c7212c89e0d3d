package dev.flagledger.contract.form.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Validates http and https URLs. */
public final class UrlRules {

    private UrlRules() {}

    /** The last of the URL's errors; empty if it is valid. */
    public static Optional<String> problemOf(String text) {
        var problems = problemsOf(text);
        return problems.isEmpty() ? Optional.empty() : Optional.of(problems.getLast());
    }

    /** All errors of the URL. */
    public static List<String> problemsOf(String text) {
        var url = parsed(text);
        var scheme = text.toLowerCase(Locale.ROOT);
        var problems = new ArrayList<String>();
        if (!scheme.startsWith("http://") && !scheme.startsWith("https://")) {
            problems.add("Enter a valid http(s) URL.");
        }
        if (url.filter(UrlRules::isAddress).isEmpty()) {
            problems.add("Enter a valid URL.");
        }
        return problems;
    }

    private static boolean isAddress(URI url) {
        return url.getScheme() != null && url.getHost() != null && url.getUserInfo() == null;
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
