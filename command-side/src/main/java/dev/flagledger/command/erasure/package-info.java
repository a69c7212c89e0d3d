/**
 * Erasure of personal data: the event that records it, the destruction of the subject's key, and the deletion of data outside the log.
 */
@NullMarked
package dev.flagledger.command.erasure;

import org.jspecify.annotations.NullMarked;
