package dev.flagledger.api.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a webhook that are to be delivered again.
 *
 * @param which of the messages in the range and since the time
 * @param from the number of the first message; null for the first of all
 * @param to the number of the last message; null for the last of all
 * @param since the time from which on messages were queued; null for any
 */
public record MessageSelection(
        Which which,
        @Nullable Long from,
        @Nullable Long to,
        @Nullable Instant since) {

    /** The messages that are meant. */
    public enum Which {
        /** All but those that still wait. */
        ALL,
        /** Those whose last delivery has failed. */
        FAILED,
        /** Those that the receiver has never acknowledged, but for those that still wait. */
        MISSING
    }

    /** Selects the messages with these numbers, both included. */
    public static MessageSelection range(long from, long to) {
        return new MessageSelection(Which.ALL, from, to, null);
    }

    /** Selects messages from a time on. */
    public static MessageSelection since(Which which, Instant time) {
        return new MessageSelection(which, null, null, time);
    }
}
