/**
 * The bytes that go out, and their signature. Receivers verify what they read, so the form is fixed to the byte. Knows nothing
 * of events or of sending.
 */
@NullMarked
package dev.flagledger.webhook.payload;

import org.jspecify.annotations.NullMarked;
