/**
 * Membership of identities in segments. Operators compare values as Flagsmith does, that is like Python. Conditions on
 * incomparable values do not match; nothing here throws.
 */
@NullMarked
package dev.flagledger.engine.evaluation.condition;

import org.jspecify.annotations.NullMarked;
