package dev.flagledger.contract.form.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a text must be like to be the address of something in the web. */
public final class UrlRules {

    private UrlRules() {}

    /** What is wrong with the text: the last of {@link #problemsOf}; empty if nothing is. */
    public static Optional<String> problemOf(String text) {
        var problems = problemsOf(text);
        return problems.isEmpty() ? Optional.empty() : Optional.of(problems.getLast());
    }

    /** All that is wrong with the text; empty if nothing is. */
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
