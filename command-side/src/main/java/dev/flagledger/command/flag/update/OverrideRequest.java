package dev.flagledger.command.flag.update;

import dev.flagledger.command.flag.form.StateRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of the override for a segment.
 *
 * @param priority where in the order it is to go; null for where it is, or else behind all others
 */
record OverrideRequest(int segmentId, @Nullable Integer priority, StateRequest state) {}
