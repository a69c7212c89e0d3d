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
        var lowerCase = text.toLowerCase(Locale.ROOT);
        var problems = new ArrayList<String>();
        if (!lowerCase.startsWith("http://") && !lowerCase.startsWith("https://")) {
            problems.add("Enter a valid http(s) URL.");
        }
        if (!isAddress(text)) {
            problems.add("Enter a valid URL.");
        }
        return problems;
    }

    private static boolean isAddress(String text) {
        try {
            var url = new URI(text);
            return url.getScheme() != null && url.getHost() != null && url.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
