/**
 * Whatever went wrong, as the client sees it: refusals in the contract's words, and a bland sentence for everything that nobody
 * foresaw. No text of an exception, no stack trace and no name of a library leaves this room; the log has them.
 */
@NullMarked
package dev.flagledger.platform.http.error;

import org.jspecify.annotations.NullMarked;
