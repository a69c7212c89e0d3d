/**
 * Asks the audit log by events: lists, a feed that waits for news, and streams of all matches. Each event has one row, whether the
 * contract audits it or not. The position in the log is the cursor of all of them.
 */
@NullMarked
package dev.flagledger.query.event;

import org.jspecify.annotations.NullMarked;
