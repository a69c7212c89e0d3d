/**
 * An overview of the organisations that the caller administers: how much is in them, how much they are used, and what nobody has changed
 * for long. Numbers of flags and members are those of the current state, numbers of calls those of the usage counts.
 */
@NullMarked
package dev.flagledger.query.overview;

import org.jspecify.annotations.NullMarked;
