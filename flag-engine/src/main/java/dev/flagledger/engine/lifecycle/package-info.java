/** Lifecycle stages of features, derived from their state and the current time. */
@NullMarked
package dev.flagledger.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
