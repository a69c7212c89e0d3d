package dev.flagledger.contract.view.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with what caused it, what was sent and what came back.
 *
 * @param delivery the properties of the list
 * @param request the id of the request that caused the event; null if none did, or if the event was pruned
 * @param attempts the recorded attempts, oldest first
 * @param body the JSON that is sent, as the receiver gets it
 */
public record DeliveryDetailView(
        @JsonUnwrapped DeliveryView delivery,
        @Nullable String request,
        List<AttemptView> attempts,
        @JsonRawValue String body) {}
