/**
 * The stored form of an entry of the log: an event with who recorded it, when, and its place in its stream. Writing, strict
 * reading, and a fast reader for folds.
 */
@NullMarked
package dev.flagledger.ledger.log.entry;

import org.jspecify.annotations.NullMarked;
