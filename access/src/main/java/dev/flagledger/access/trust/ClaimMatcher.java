package dev.flagledger.access.trust;

import dev.flagledger.api.trust.ClaimRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides whether the claims of a token meet an organisation's rules. */
final class ClaimMatcher {

    private ClaimMatcher() {}

    /** Returns whether all rules are met. Of a claim that is a list, one element must match. */
    static boolean meets(Map<String, Object> claims, List<ClaimRule> rules) {
        return rules.stream()
                .allMatch(rule -> values(claims.get(rule.claim()))
                        .anyMatch(value -> rule.values().stream().anyMatch(pattern -> matches(pattern, value))));
    }

    private static Stream<String> values(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Stream.of(text);
            case Boolean flag -> Stream.of(flag.toString());
            case Number number -> Stream.of(number.toString());
            case Collection<?> list -> list.stream().flatMap(ClaimMatcher::values);
            case null, default -> Stream.empty();
        };
    }

    /**
     * Returns whether the whole text matches the pattern. Takes a time proportional to the product of their lengths at most: only the
     * last asterisk is tried again.
     */
    static boolean matches(String pattern, String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resumed = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                resumed = at;
            } else if (in < pattern.length() && (pattern.charAt(in) == '?' || pattern.charAt(in) == text.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resumed;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }
}
