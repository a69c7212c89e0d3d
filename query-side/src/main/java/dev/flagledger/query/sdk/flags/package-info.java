/**
 * What applications read, very many times for each time that somebody edits: answers kept ready as bytes, and
 * sent from memory on the selector's thread. What is not ready, or might block, goes to a plain servlet, past every filter that an
 * administrator's request needs.
 */
@NullMarked
package dev.flagledger.query.sdk.flags;

import org.jspecify.annotations.NullMarked;
