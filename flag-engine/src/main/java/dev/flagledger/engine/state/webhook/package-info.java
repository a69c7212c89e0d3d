/** The webhooks of environments and organisations. */
@NullMarked
package dev.flagledger.engine.state.webhook;

import org.jspecify.annotations.NullMarked;
