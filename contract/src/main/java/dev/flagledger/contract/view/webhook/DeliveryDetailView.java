package dev.flagledger.contract.view.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A delivery with what was sent and what came back.
 *
 * @param delivery the properties of the list
 * @param attempts the recorded attempts, oldest first
 * @param body the JSON that is sent, as the receiver gets it
 */
public record DeliveryDetailView(
        @JsonUnwrapped DeliveryView delivery,
        List<AttemptView> attempts,
        @JsonRawValue String body) {}
