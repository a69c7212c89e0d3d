package dev.flagledger.command.user.mailed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The ids of users as Django writes them in links: the decimal number in Base64 for URLs, without padding. */
final class Uid {

    private static final int MOST_DIGITS = 10;

    private Uid() {}

    static String of(int userId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(userId).getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns the id; empty if the text is not one. */
    static Optional<Integer> parse(String text) {
        try {
            var digits = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
            return digits.matches("[0-9]{1," + MOST_DIGITS + "}")
                    ? Optional.of(Integer.valueOf(digits))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
