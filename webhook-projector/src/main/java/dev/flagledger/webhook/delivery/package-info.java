/**
 * Delivery: from a queued body to a receiver's 2xx. A queue in PostgreSQL, filled in the projection's own transaction, and
 * deliverers on any number of nodes that lease its rows. A body is delivered at least once, and while nothing fails, to each
 * webhook in the order of the log. Knows the database and no HTTP.
 */
@NullMarked
package dev.flagledger.webhook.delivery;

import org.jspecify.annotations.NullMarked;
