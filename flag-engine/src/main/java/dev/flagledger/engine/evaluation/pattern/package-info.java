/**
 * Regular expressions that people write for Python, matched in linear time whatever they are, so that nobody's pattern
 * keeps the server busy.
 */
@NullMarked
package dev.flagledger.engine.evaluation.pattern;

import org.jspecify.annotations.NullMarked;
