/** Reads webhooks of environments and organisations. */
@NullMarked
package dev.flagledger.query.webhook;

import org.jspecify.annotations.NullMarked;
