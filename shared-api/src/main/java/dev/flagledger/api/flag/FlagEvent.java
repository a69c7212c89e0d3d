package dev.flagledger.api.flag;

import dev.flagledger.api.LedgerEvent;
import java.util.UUID;

/** The life of a feature in one environment. Each event says how things stand after it, not only what changed. */
public sealed interface FlagEvent extends LedgerEvent {

    int environmentId();

    int featureId();

    int featureStateId();

    boolean enabled();

    FeatureValue value();

    /** The environment's default changed. */
    record FeatureStateUpdated(
            int environmentId, int featureId, int featureStateId, boolean enabled, FeatureValue value)
            implements FlagEvent {}

    /** A segment got a state of its own. Priority 0 is the strongest. */
    record SegmentOverrideCreated(
            int environmentId,
            int featureId,
            int featureStateId,
            UUID uuid,
            int segmentId,
            int featureSegmentId,
            UUID featureSegmentUuid,
            int priority,
            boolean enabled,
            FeatureValue value)
            implements FlagEvent {}

    record SegmentOverrideUpdated(
            int environmentId, int featureId, int featureStateId, int segmentId, boolean enabled, FeatureValue value)
            implements FlagEvent {}
}
