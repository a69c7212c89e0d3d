/** The webhooks as the deliverer needs them: which URL, of which environment, switched on or off. Secrets are elsewhere. */
@NullMarked
package dev.flagledger.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
