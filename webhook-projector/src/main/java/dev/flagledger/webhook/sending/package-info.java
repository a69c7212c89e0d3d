/**
 * Sending: how one message reaches one receiver that nobody vouches for. Connects to nothing but checked addresses, follows no
 * redirect, waits no longer than its deadline, and reports what happened. Knows HTTP and no database; whether to try again is
 * not decided here.
 */
@NullMarked
package dev.flagledger.webhook.sending;

import org.jspecify.annotations.NullMarked;
