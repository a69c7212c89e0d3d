/** The payloads of webhooks. */
@NullMarked
package dev.flagledger.contract.view.webhook;

import org.jspecify.annotations.NullMarked;
