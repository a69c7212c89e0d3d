package dev.flagledger.installation.identity;

import dev.flagledger.ledger.database.LikePattern;
import java.util.Map;

/**
 * A search condition on the identities of an environment.
 *
 * @param condition SQL condition on the table of identities
 * @param text value of the parameter {@code text}
 */
record IdentityCondition(String condition, String text) {

    private static final char QUOTE = '"';

    /** Parses a query: part of an identifier, ignoring case; an exact identifier in double quotes; or empty for all. */
    static IdentityCondition of(String query) {
        if (query.isEmpty()) {
            return new IdentityCondition("true", query);
        }
        int last = query.length() - 1;
        if (last > 0 && query.charAt(0) == QUOTE && query.charAt(last) == QUOTE) {
            return new IdentityCondition(
                    "identity.digest = sha256(convert_to(:text, 'UTF8'))", query.substring(1, last));
        }
        return new IdentityCondition("identity.folded like :text", LikePattern.containing(folded(query)));
    }

    /** Folds case character by character, independent of context and locale, so that parts of words match. */
    static String folded(String text) {
        return text.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    Map<String, Object> parameters(int environmentId) {
        return Map.of("environment", environmentId, "text", text);
    }
}
