/** Sends a sample to a URL before it is saved as a webhook. */
@NullMarked
package dev.flagledger.webhook.trial;

import org.jspecify.annotations.NullMarked;
