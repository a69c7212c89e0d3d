/**
 * A flag, that is a feature in one environment: its default, its overrides for segments and identities, and its versions.
 * Immutable records and the folds over their events, which share this package because a version is a snapshot of a flag and
 * a flag has versions.
 */
@NullMarked
package dev.flagledger.engine.state.flag;

import org.jspecify.annotations.NullMarked;
