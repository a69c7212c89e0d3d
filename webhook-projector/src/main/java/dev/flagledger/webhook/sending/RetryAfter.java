package dev.flagledger.webhook.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final String SECONDS = "\\d{1,18}";

    /** The longest that a receiver can ask for. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Returns the time to wait from now on, a day at most; zero if there is no header, it is malformed, or its date is past. */
    static Duration of(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        var text = header.strip();
        var asked = text.matches(SECONDS) ? Duration.ofSeconds(Long.parseLong(text)) : until(text, now);
        return Collections.min(List.of(asked, LONGEST));
    }

    private static Duration until(String date, Instant now) {
        try {
            var at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        } catch (DateTimeParseException _) {
            return Duration.ZERO;
        }
    }
}
