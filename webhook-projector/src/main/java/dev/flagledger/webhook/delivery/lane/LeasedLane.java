package dev.flagledger.webhook.delivery.lane;

import java.util.List;

/**
 * A leased lane with its next deliveries.
 *
 * @param deliveries in the order to deliver; not empty
 * @param complete whether these were all pending ones when they were read
 */
public record LeasedLane(Lane lane, List<Delivery> deliveries, boolean complete) {}
