/**
 * Where chance comes from: the same ids give the same percentage, here, in Flagsmith and in every SDK that evaluates
 * locally. Nothing may change here, or identities change sides.
 */
@NullMarked
package dev.flagledger.engine.evaluation.percentage;

import org.jspecify.annotations.NullMarked;
