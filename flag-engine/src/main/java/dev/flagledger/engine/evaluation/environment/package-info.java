/**
 * Evaluation of folded state. An environment is prepared once for each change and then evaluated for any number of
 * identities.
 */
@NullMarked
package dev.flagledger.engine.evaluation.environment;

import org.jspecify.annotations.NullMarked;
