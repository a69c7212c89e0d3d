/**
 * Erasure of personal data: the event that records it, the destruction of the subject's key, the deletion of data
 * outside the log, and the report of texts that still mention the subject.
 */
@NullMarked
package dev.flagledger.command.erasure;

import org.jspecify.annotations.NullMarked;
