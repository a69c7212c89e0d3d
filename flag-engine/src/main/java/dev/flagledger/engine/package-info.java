/**
 * Flag engine: state folded from events, evaluation of flags, and changes of flags by events. Deterministic: nothing
 * here reads a clock, a file or a database.
 */
@NullMarked
package dev.flagledger.engine;

import org.jspecify.annotations.NullMarked;
