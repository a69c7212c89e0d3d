/** Webhooks of environments and organisations: their aggregate, and the endpoints that add, change and remove them. */
@NullMarked
package dev.flagledger.command.webhook;

import org.jspecify.annotations.NullMarked;
