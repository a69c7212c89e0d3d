/** Exports of the log: each is recorded before it begins, and belongs to a signed checkpoint. */
@NullMarked
package dev.flagledger.query.event.export;

import org.jspecify.annotations.NullMarked;
