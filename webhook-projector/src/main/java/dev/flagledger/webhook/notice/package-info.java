/** Tells the owners of webhooks, by events and by mails, that these are paused, resumed or disabled. */
@NullMarked
package dev.flagledger.webhook.notice;

import org.jspecify.annotations.NullMarked;
