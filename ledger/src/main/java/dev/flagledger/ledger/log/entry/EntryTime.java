package dev.flagledger.ledger.log.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time of an entry as text: {@code 2031-01-01T00:00:00.120000Z}, with a fixed number of digits. Parsed by hand, since a start
 * reads millions of them and the formatter of Java takes a third of the time of an entry.
 */
final class EntryTime {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd.ddddddZ";

    private static final DateTimeFormatter WRITER = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int HOURS = 24;
    private static final int SIXTY = 60;
    private static final long NANOS_OF_MICRO = 1_000;

    private EntryTime() {}

    static String write(Instant time) {
        return WRITER.format(time);
    }

    /** @throws DateTimeException if the text has another form or is no valid time */
    static Instant read(String text) {
        requireForm(text);
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long hour = day * HOURS + below(HOURS, number(text, 11, 13));
        long minute = hour * SIXTY + below(SIXTY, number(text, 14, 16));
        long second = minute * SIXTY + below(SIXTY, number(text, 17, 19));
        return Instant.ofEpochSecond(second, number(text, 20, 26) * NANOS_OF_MICRO);
    }

    private static void requireForm(String text) {
        boolean has = text.length() == FORM.length();
        for (int at = 0; has && at < FORM.length(); at++) {
            char expected = FORM.charAt(at);
            char is = text.charAt(at);
            has = expected == 'd' ? is >= '0' && is <= '9' : is == expected;
        }
        if (!has) {
            throw new DateTimeException("The time of an entry has another form");
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    private static int below(int limit, int number) {
        if (number >= limit) {
            throw new DateTimeException("The time of an entry is invalid");
        }
        return number;
    }
}
