/**
 * Sends a message to an untrusted receiver: connects only to allowed addresses, follows no redirects, enforces a deadline, and
 * reports the outcome. Knows HTTP and no database; retries are decided elsewhere.
 */
@NullMarked
package dev.flagledger.webhook.sending;

import org.jspecify.annotations.NullMarked;
