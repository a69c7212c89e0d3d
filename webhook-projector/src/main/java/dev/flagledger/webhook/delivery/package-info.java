/**
 * Delivers queued bodies until the receiver acknowledges them. The queue is a table that the projection fills in its own
 * transaction and deliverers on all nodes lease rows of. Delivery is at least once, and per webhook in the order of the log unless
 * attempts fail. Knows the database and no HTTP.
 */
@NullMarked
package dev.flagledger.webhook.delivery;

import org.jspecify.annotations.NullMarked;
