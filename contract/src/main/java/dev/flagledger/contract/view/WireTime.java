package dev.flagledger.contract.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two ways in which Flagsmith writes an instant, both in UTC and to the microsecond. */
public final class WireTime {

    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FRACTION = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireTime() {}

    /** As the REST API and audit records have it: the fraction is dropped when it is zero. */
    public static String rest(Instant at) {
        boolean whole = at.truncatedTo(ChronoUnit.MICROS).equals(at.truncatedTo(ChronoUnit.SECONDS));
        return (whole ? WHOLE : FRACTION).format(at);
    }

    /** The same with the offset that documents of environments have in place of the letter. */
    public static String document(Instant at) {
        return rest(at).replace("Z", "+00:00");
    }

    /** The same for what may never have happened; null stays null. */
    public static @Nullable String restOrNull(@Nullable Instant at) {
        return at == null ? null : rest(at);
    }

    /** As flag events have it: always six digits. */
    public static String sixDigits(Instant at) {
        return FRACTION.format(at);
    }
}
