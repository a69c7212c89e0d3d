package dev.flagledger.installation.identity;

import java.util.Map;

/**
 * What somebody looks for among the identities of an environment.
 *
 * @param condition in SQL, on the table of identities
 * @param text of the condition's parameter {@code text}
 */
record IdentitySearch(String condition, String text) {

    private static final char QUOTE = '"';

    /** Part of an identifier in any case, all of it exactly if it is in double quotes, or nothing for all of them. */
    static IdentitySearch of(String query) {
        if (query.isEmpty()) {
            return new IdentitySearch("true", query);
        }
        int last = query.length() - 1;
        if (last > 0 && query.charAt(0) == QUOTE && query.charAt(last) == QUOTE) {
            return new IdentitySearch("identity.digest = sha256(convert_to(:text, 'UTF8'))", query.substring(1, last));
        }
        return new IdentitySearch("identity.folded like :text", "%" + escaped(folded(query)) + "%");
    }

    /** Each character by itself: how Greek or Turkish would write the word must not matter to a part of it. */
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

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
