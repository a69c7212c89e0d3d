/**
 * Whether an identity belongs to a segment: what each operator asks, of values that are compared as Flagsmith does, which
 * is as Python does. Whatever cannot be compared is simply not so; nothing here fails.
 */
@NullMarked
package dev.flagledger.engine.evaluation.condition;

import org.jspecify.annotations.NullMarked;
