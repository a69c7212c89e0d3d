package dev.flagledger.webhook.delivery.lane;

import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code webhook-id} of a message: the webhook, the position of the event, and a number within the event. */
public record MessageId(int webhookId, long position, int ordinal) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})-(\\d{1,9})");

    /** Parses an id; empty if it is none. */
    public static Optional<MessageId> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new MessageId(
                        Integer.parseInt(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    /** The id as receivers get it. */
    @Override
    public String toString() {
        return webhookId + "-" + position + "-" + ordinal;
    }
}
