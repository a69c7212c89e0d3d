/**
 * The pure core: state folded from events, and every view of it. The same event gives the same state and the same bytes
 * wherever and whenever it is folded, so nothing here reads a clock, a file or a database.
 */
@NullMarked
package dev.flagledger.engine;

import org.jspecify.annotations.NullMarked;
