/** Shows the messages of webhooks in their order, as they were to be sent, so that a receiver can fetch what it lacks. Only reads. */
@NullMarked
package dev.flagledger.webhook.log.message;

import org.jspecify.annotations.NullMarked;
