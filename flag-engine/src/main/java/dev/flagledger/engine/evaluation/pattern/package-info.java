/** Regular expressions in Python's syntax, matched in linear time so that no pattern can exhaust the server. */
@NullMarked
package dev.flagledger.engine.evaluation.pattern;

import org.jspecify.annotations.NullMarked;
