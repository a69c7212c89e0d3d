/**
 * The state of the whole installation, as an immutable object that an event evolves; with an index of its projects, and the
 * parts that it can be stored in. Sub-packages hold what it is made of.
 */
@NullMarked
package dev.flagledger.engine.state;

import org.jspecify.annotations.NullMarked;
