/** The table of receivers: owner, URL, whether they are enabled, and how they are sent their messages. Secrets are stored elsewhere. */
@NullMarked
package dev.flagledger.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
