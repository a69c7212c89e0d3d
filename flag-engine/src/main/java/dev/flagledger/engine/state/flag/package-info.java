/**
 * A flag, that is a feature in one environment: its default, its overrides for segments and identities, and its versions.
 * Immutable records and the fold over the events of a flag.
 */
@NullMarked
package dev.flagledger.engine.state.flag;

import org.jspecify.annotations.NullMarked;
