/**
 * The payloads of webhooks. One package, because each class is one payload or a part of one, and they have no other structure.
 */
@NullMarked
package dev.flagledger.contract.view.webhook;

import org.jspecify.annotations.NullMarked;
