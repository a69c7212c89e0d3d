/**
 * The lanes of the queue. The deliveries of a lane are made one after another, those of different lanes at the same time; a node
 * leases a lane and makes its next deliveries.
 */
@NullMarked
package dev.flagledger.webhook.delivery.lane;

import org.jspecify.annotations.NullMarked;
