package dev.flagledger.api.flag;

import java.util.UUID;

/**
 * What a segment override is addressed by: its state, and its place in the order of segments.
 *
 * @param featureStateId the id of the state
 * @param uuid the same for those who address it so
 * @param featureSegmentId the id of the place
 * @param featureSegmentUuid the same for those who address it so
 */
public record OverrideIds(int featureStateId, UUID uuid, int featureSegmentId, UUID featureSegmentUuid) {}
