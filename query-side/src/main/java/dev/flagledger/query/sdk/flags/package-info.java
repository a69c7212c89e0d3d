/**
 * Flags of an environment, the most frequent read. Responses are prepared as bytes once for each change and sent from memory on the
 * selector's thread; a request that needs more goes to a plain servlet, which no filter of the admin API precedes. What all SDK routes
 * share is here too: environment keys, and how prepared bodies are sent.
 */
@NullMarked
package dev.flagledger.query.sdk.flags;

import org.jspecify.annotations.NullMarked;
