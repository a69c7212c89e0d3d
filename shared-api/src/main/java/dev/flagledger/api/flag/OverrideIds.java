package dev.flagledger.api.flag;

import java.util.UUID;

/**
 * The ids of a segment override: those of its state and of its feature segment, which holds the priority.
 *
 * @param featureStateId id of the state
 * @param uuid alternative id of the state
 * @param featureSegmentId id of the feature segment
 * @param featureSegmentUuid alternative id of the feature segment
 */
public record OverrideIds(int featureStateId, UUID uuid, int featureSegmentId, UUID featureSegmentUuid) {}
