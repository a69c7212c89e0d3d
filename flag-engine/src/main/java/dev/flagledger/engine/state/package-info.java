/** How things stand: immutable records that share what did not change, evolved one event at a time. */
@NullMarked
package dev.flagledger.engine.state;

import org.jspecify.annotations.NullMarked;
