/** Webhooks: every change of a flag becomes a payload, a queued delivery and finally an acknowledged request. */
@NullMarked
package dev.flagledger.webhook;

import org.jspecify.annotations.NullMarked;
