package dev.flagledger.command.flag.update;

import dev.flagledger.command.flag.form.StateRequest;
import org.jspecify.annotations.Nullable;

/**
 * A requested segment override.
 *
 * @param priority null to keep the current one, or to append a new override
 */
record OverrideRequest(int segmentId, @Nullable Integer priority, StateRequest state) {}
