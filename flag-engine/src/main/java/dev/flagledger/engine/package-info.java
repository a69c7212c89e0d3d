/**
 * The pure core: state folded from events, evaluation, and what an event changed. The same event gives the same state wherever
 * and whenever it is folded, so nothing here reads a clock, a file or a database.
 */
@NullMarked
package dev.flagledger.engine;

import org.jspecify.annotations.NullMarked;
