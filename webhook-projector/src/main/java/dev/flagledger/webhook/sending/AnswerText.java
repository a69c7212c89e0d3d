package dev.flagledger.webhook.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;

/** What is shown of the body of an answer, whatever the receiver sends. */
final class AnswerText {

    /** The greatest number of characters that are kept. */
    static final int MOST = 1_000;

    private static final String HIDDEN = "(hidden)";

    private AnswerText() {}

    /**
     * The start of a body.
     *
     * @param body its first bytes, taken for UTF-8
     * @param secrets what is hidden, should the receiver send it back
     */
    static String of(byte[] body, Collection<String> secrets) {
        var text = new String(body, UTF_8);
        for (var secret : secrets) {
            text = text.replace(secret, HIDDEN);
        }
        var printable = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}]+", " ").strip();
        return printable.substring(
                0, printable.offsetByCodePoints(0, Math.min(MOST, printable.codePointCount(0, printable.length()))));
    }
}
