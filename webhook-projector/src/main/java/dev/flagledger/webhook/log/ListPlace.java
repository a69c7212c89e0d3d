package dev.flagledger.webhook.log;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place of a delivery in the list of its webhook's, which is sorted by both numbers.
 *
 * @param sequence the number of the message
 * @param number the number of the delivery, of which a message that was asked for again has several
 */
record ListPlace(long sequence, long number) {

    /** Before the first, which is the newest. */
    static final ListPlace BEGINNING = new ListPlace(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Parses a place; empty if it is none. */
    static Optional<ListPlace> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new ListPlace(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** The place as a parameter. */
    @Override
    public String toString() {
        return sequence + "-" + number;
    }
}
