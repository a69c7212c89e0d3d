package dev.flagledger.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an event came from: the request behind it, beside its actor.
 *
 * @param eventId the id of the event
 * @param requestId the id of the request in logs and responses; null if there was no request
 * @param address the address of the client; null if there was no request; personal data
 * @param agent the program that sent the request, as it named itself; null if it did not; personal data
 * @param note the reason that the sender gave; null if none; free text, which may contain data of anyone
 */
public record Origin(
        UUID eventId,
        @Nullable String requestId,
        @Nullable String address,
        @Nullable String agent,
        @Nullable String note) {

    /** The origin of an event whose reader did not ask for it. */
    public static final Origin NONE = new Origin(new UUID(0, 0), null, null, null, null);
}
