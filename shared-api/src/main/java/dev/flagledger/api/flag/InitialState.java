package dev.flagledger.api.flag;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The initial state of a feature in an environment.
 *
 * @param environmentId the environment
 * @param featureId the feature
 * @param featureStateId id of the feature state
 * @param uuid alternative id of the feature state
 * @param setting initial setting
 * @param overrides segment overrides, if the environment is a copy of another one, or what was deleted was created again; empty
 *     otherwise
 */
public record InitialState(
        int environmentId, int featureId, int featureStateId, UUID uuid, Setting setting, List<SegmentSeed> overrides) {

    public InitialState {
        overrides = List.copyOf(overrides);
    }

    /** Returns the state with the overrides for only these segments. */
    public InitialState retaining(Set<Integer> segments) {
        return new InitialState(
                environmentId,
                featureId,
                featureStateId,
                uuid,
                setting,
                overrides.stream()
                        .filter(override -> segments.contains(override.segmentId()))
                        .toList());
    }

    /**
     * The initial state of a segment override.
     *
     * @param segmentId the segment
     * @param ids ids of the override
     * @param priority 0 is the highest
     * @param setting initial setting
     */
    public record SegmentSeed(int segmentId, OverrideIds ids, int priority, Setting setting) {

        /** Returns the override with the shares of only these options. */
        public SegmentSeed retaining(Set<Integer> options) {
            return new SegmentSeed(segmentId, ids, priority, setting.retaining(options));
        }
    }
}
