package dev.flagledger.query.event.ask;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An instant as the text of a parameter. */
final class InstantText {

    static final String REQUIRED = "Enter an instant of ISO 8601, such as 2026-11-29T14:03:00Z.";

    /** The years of four digits, as in RFC 3339. The database knows fewer than Java. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private InstantText() {}

    /** Null if the text is no instant, or outside the years 1 to 9999. */
    static @Nullable Instant parse(String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            return instant.isBefore(FIRST) || !instant.isBefore(END) ? null : instant;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
