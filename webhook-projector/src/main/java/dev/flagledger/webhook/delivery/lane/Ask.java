package dev.flagledger.webhook.delivery.lane;

import java.time.Duration;
import java.util.Map;

/**
 * What a node asks for when it leases lanes.
 *
 * @param most the maximum number of lanes
 * @param perWebhook the maximum number of lanes of one webhook that the node holds at a time
 * @param held the number of lanes that the node holds, by webhook
 * @param lease the duration of the lease
 */
public record Ask(int most, int perWebhook, Map<Integer, Integer> held, Duration lease) {}
