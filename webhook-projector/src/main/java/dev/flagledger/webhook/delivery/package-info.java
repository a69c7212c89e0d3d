/**
 * Delivers queued bodies until the receiver acknowledges them. The queue is a table that the projection fills in its own
 * transaction and deliverers on all nodes lease lanes of. Delivery is at least once, and within a lane in the order of the log. Knows
 * the database and no HTTP.
 * One package, because queueing, leasing and making deliveries share the lanes.
 */
@NullMarked
package dev.flagledger.webhook.delivery;

import org.jspecify.annotations.NullMarked;
