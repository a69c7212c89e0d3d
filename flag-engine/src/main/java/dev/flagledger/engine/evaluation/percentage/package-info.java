/**
 * The hash behind percentage splits. It gives the same results as Flagsmith and every SDK with local evaluation, and
 * must never change, or identities would switch variants.
 */
@NullMarked
package dev.flagledger.engine.evaluation.percentage;

import org.jspecify.annotations.NullMarked;
