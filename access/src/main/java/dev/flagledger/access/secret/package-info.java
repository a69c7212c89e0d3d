/**
 * What must be kept and must not be told to everyone: passwords, tokens, keys, signing secrets. They are not events, so
 * that the log can be read, exported and kept forever without giving one away.
 */
@NullMarked
package dev.flagledger.access.secret;

import org.jspecify.annotations.NullMarked;
