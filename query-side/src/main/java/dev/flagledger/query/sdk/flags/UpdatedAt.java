package dev.flagledger.query.sdk.flags;

import java.time.Instant;
import java.time.temporal.ChronoField;

/**
 * An instant as applications compare it: Unix seconds as a decimal with at least one digit after the point. The header
 * {@code X-Flagsmith-Document-Updated-At} has this form, and so has {@code updated_at} in the realtime stream.
 */
public final class UpdatedAt {

    private static final int ONE_SECOND = 1_000_000;

    private UpdatedAt() {}

    /** The instant, which lies after 1970, to the microsecond. Written by hand: it is on every answer. */
    public static String text(Instant at) {
        int micros = at.get(ChronoField.MICRO_OF_SECOND);
        // The leading 1 keeps the zeros that the fraction begins with.
        var fraction = Integer.toString(ONE_SECOND + micros);
        int end = fraction.length();
        while (end > 2 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return at.getEpochSecond() + "." + fraction.substring(1, end);
    }
}
