package dev.flagledger.api.event;

import dev.flagledger.api.segment.SegmentDefinition;
import java.util.UUID;

/** Events of a segment. */
public sealed interface SegmentEvent extends LedgerEvent {

    int segmentId();

    record SegmentCreated(int segmentId, UUID uuid, int projectId, SegmentDefinition definition)
            implements SegmentEvent {}

    record SegmentChanged(int segmentId, SegmentDefinition definition) implements SegmentEvent {}

    /** The segment was deleted with all overrides for it. */
    record SegmentDeleted(int segmentId) implements SegmentEvent {}
}
