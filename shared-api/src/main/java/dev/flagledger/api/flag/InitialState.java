package dev.flagledger.api.flag;

import java.util.List;
import java.util.UUID;

/**
 * How a feature started in an environment.
 *
 * @param environmentId the environment
 * @param featureId the feature
 * @param featureStateId the id of the state from now on
 * @param uuid the same for those who address it so
 * @param setting what it started with
 * @param overrides for segments, where the environment is a copy of another one; else empty
 */
public record InitialState(
        int environmentId, int featureId, int featureStateId, UUID uuid, Setting setting, List<SegmentSeed> overrides) {

    public InitialState {
        overrides = List.copyOf(overrides);
    }

    /**
     * How a segment's override started.
     *
     * @param segmentId the segment
     * @param ids what the override is addressed by
     * @param priority 0 is the strongest
     * @param setting what it started with
     */
    public record SegmentSeed(int segmentId, OverrideIds ids, int priority, Setting setting) {}
}
