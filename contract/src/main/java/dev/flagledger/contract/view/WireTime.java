package dev.flagledger.contract.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Flagsmith's formats of instants, in UTC and to the microsecond. */
public final class WireTime {

    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FRACTION = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireTime() {}

    /** The format of the REST API and of audit records: without the fraction if it is zero. */
    public static String rest(Instant at) {
        boolean whole = at.truncatedTo(ChronoUnit.MICROS).equals(at.truncatedTo(ChronoUnit.SECONDS));
        return (whole ? WHOLE : FRACTION).format(at);
    }

    /** The format of environment documents: as {@link #rest}, but with an offset instead of {@code Z}. */
    public static String document(Instant at) {
        return rest(at).replace("Z", "+00:00");
    }

    /** As {@link #rest}; null for null. */
    public static @Nullable String restOrNull(@Nullable Instant at) {
        return at == null ? null : rest(at);
    }

    /** As {@link #document}, but with a space before the time; null for null. */
    public static @Nullable String plainOrNull(@Nullable Instant at) {
        return at == null ? null : document(at).replace('T', ' ');
    }

    /** The format of webhooks: always six digits of fraction. */
    public static String sixDigits(Instant at) {
        return FRACTION.format(at);
    }
}
