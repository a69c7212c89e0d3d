/**
 * How things stand: immutable records that share what did not change, evolved one event at a time. One room for all of them, since
 * only the folds, one for each family of events, may make one record of another.
 */
@NullMarked
package dev.flagledger.engine.state;

import org.jspecify.annotations.NullMarked;
