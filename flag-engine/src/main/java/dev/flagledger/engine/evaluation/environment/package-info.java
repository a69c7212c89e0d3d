/**
 * Evaluation of the folded state: what an environment's flags are for an identity, and why, in the words of the state. An
 * environment is prepared once per change and then asked for any number of identities.
 */
@NullMarked
package dev.flagledger.engine.evaluation.environment;

import org.jspecify.annotations.NullMarked;
