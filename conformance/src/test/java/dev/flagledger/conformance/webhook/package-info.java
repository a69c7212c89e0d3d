/**
 * What receivers of webhooks are given: the code in {@code docs/webhooks.md}, cut out and run, and the programs in
 * {@code examples/webhook-receiver}, run behind a network that loses, repeats and forges messages.
 */
@NullMarked
package dev.flagledger.conformance.webhook;

import org.jspecify.annotations.NullMarked;
