package dev.flagledger.contract.form.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parses instants: a date with an optional time, fraction and offset; UTC without an offset. */
public final class DateTimeParser {

    private static final Pattern FORM = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})"
            + "([T ](?<hour>\\d{1,2}):(?<minute>\\d{1,2})(:(?<second>\\d{1,2})([.,](?<fraction>\\d{1,12}))?)?"
            + "\\s*(Z|(?<sign>[+-])(?<hours>[01]\\d|2[0-3])(:?(?<minutes>[0-5]\\d))?)?)?");
    private static final int MICROS_DIGITS = 6;

    private DateTimeParser() {}

    public static Instant parse(JsonNode node) {
        var form = FORM.matcher(node.asString(""));
        if (!form.matches()) {
            throw wrongFormat();
        }
        try {
            var at = local(form).minusMinutes(offset(form));
            if (at.getYear() < 1 || at.getYear() > 9999) {
                throw wrongFormat();
            }
            return at.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw wrongFormat();
        }
    }

    private static LocalDateTime local(MatchResult form) {
        return LocalDateTime.of(
                number(form, "year"),
                number(form, "month"),
                number(form, "day"),
                number(form, "hour"),
                number(form, "minute"),
                number(form, "second"),
                nanos(form.group("fraction")));
    }

    /** The offset in minutes; positive east of UTC. */
    private static int offset(MatchResult form) {
        int minutes = number(form, "hours") * 60 + number(form, "minutes");
        return "-".equals(form.group("sign")) ? -minutes : minutes;
    }

    /** The fraction in nanoseconds, truncated to microseconds. */
    private static int nanos(@Nullable String fraction) {
        var digits = fraction == null ? "" : fraction;
        return Integer.parseInt((digits + "000000").substring(0, MICROS_DIGITS)) * 1_000;
    }

    private static int number(MatchResult form, String part) {
        var digits = form.group(part);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static InvalidValue wrongFormat() {
        return new InvalidValue("Datetime has wrong format. Use one of these formats instead:"
                + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].");
    }
}
