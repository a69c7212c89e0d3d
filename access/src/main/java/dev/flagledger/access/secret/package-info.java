/**
 * Stored secrets: passwords, tokens, keys and signing secrets. They are not events, so that the log can be read,
 * exported and kept for ever without disclosing one.
 */
@NullMarked
package dev.flagledger.access.secret;

import org.jspecify.annotations.NullMarked;
