/** Reads of earlier states: routes whose answers are those of an instant or a position if the query has {@code as_of}. */
@NullMarked
package dev.flagledger.query.past;

import org.jspecify.annotations.NullMarked;
