package dev.flagledger.query.sdk.flags.body;

import java.time.Instant;
import java.time.temporal.ChronoField;

/**
 * Formats instants as SDKs compare them: Unix seconds as a decimal with at least one digit after the point, both in the header
 * {@code X-Flagsmith-Document-Updated-At} and as {@code updated_at} in the realtime stream.
 */
public final class UpdatedAt {

    private static final int ONE_SECOND = 1_000_000;

    private UpdatedAt() {}

    /** Formats an instant after 1970, to the microsecond. Written by hand, because every response has one. */
    public static String text(Instant at) {
        int micros = at.get(ChronoField.MICRO_OF_SECOND);
        // The leading 1 keeps the leading zeros of the fraction.
        var fraction = Integer.toString(ONE_SECOND + micros);
        int end = fraction.length();
        while (end > 2 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return at.getEpochSecond() + "." + fraction.substring(1, end);
    }
}
