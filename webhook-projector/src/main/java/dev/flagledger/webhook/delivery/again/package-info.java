/** Delivers messages again: what was asked for is written down by the projection, and queued in parts behind it. */
@NullMarked
package dev.flagledger.webhook.delivery.again;

import org.jspecify.annotations.NullMarked;
