/** The table of receivers: URL, environment, and whether they are enabled. Secrets are stored elsewhere. */
@NullMarked
package dev.flagledger.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
