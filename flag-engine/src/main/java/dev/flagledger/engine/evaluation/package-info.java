/**
 * Evaluation of flags for an identity, with the results of Flagsmith's own engine. Pure and total functions of plain
 * data, independent of events and state.
 */
@NullMarked
package dev.flagledger.engine.evaluation;

import org.jspecify.annotations.NullMarked;
