/** What the receivers of webhooks are sent. */
@NullMarked
package dev.flagledger.contract.view.webhook;

import org.jspecify.annotations.NullMarked;
