/**
 * How much applications use the server: calls by environment, day and what they asked for, and evaluations of features as they
 * report them. Counted in memory, written down together every few seconds and at the end.
 */
@NullMarked
package dev.flagledger.query.usage;

import org.jspecify.annotations.NullMarked;
