/** Tells the owners of webhooks, by events, what happens to their deliveries. */
@NullMarked
package dev.flagledger.webhook.notice;

import org.jspecify.annotations.NullMarked;
