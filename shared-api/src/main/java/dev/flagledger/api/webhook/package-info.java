/** Webhooks: their owners, their settings and the commands about them. */
@NullMarked
package dev.flagledger.api.webhook;

import org.jspecify.annotations.NullMarked;
