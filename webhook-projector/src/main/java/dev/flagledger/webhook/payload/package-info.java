/**
 * The bytes of payloads and their signature. Receivers verify the signature, so the serialization is fixed to the byte. Knows
 * neither events nor HTTP.
 */
@NullMarked
package dev.flagledger.webhook.payload;

import org.jspecify.annotations.NullMarked;
