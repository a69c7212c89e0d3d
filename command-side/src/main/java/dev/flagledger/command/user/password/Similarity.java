package dev.flagledger.command.user.password;

import java.util.HashMap;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Django's measure of whether a password is similar to an attribute of its user: the share of characters that it has in
 * common with the attribute or one of its words, in any order.
 */
final class Similarity {

    private static final double CLOSE = 0.7;
    private static final int FAR_LONGER = 10;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

    private Similarity() {}

    /** @param password in lower case */
    static boolean isClose(String password, String personal) {
        var lower = personal.toLowerCase(Locale.ROOT);
        return Stream.concat(BETWEEN_WORDS.splitAsStream(lower), Stream.of(lower))
                .filter(part -> !part.isEmpty() && !isFarLonger(password, part))
                .anyMatch(part -> ratio(password, part) >= CLOSE);
    }

    private static boolean isFarLonger(String password, String part) {
        return password.length() >= FAR_LONGER * part.length() && part.length() < CLOSE / 2 * password.length();
    }

    private static double ratio(String one, String other) {
        var left = new HashMap<Integer, Integer>();
        other.chars().forEach(character -> left.merge(character, 1, Integer::sum));
        long common = one.chars()
                .filter(character -> left.merge(character, -1, Integer::sum) >= 0)
                .count();
        return 2.0 * common / (one.length() + other.length());
    }
}
