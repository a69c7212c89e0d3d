package dev.flagledger.api.segment;

import dev.flagledger.api.LedgerEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of a segment. */
public sealed interface SegmentEvent extends LedgerEvent {

    int segmentId();

    record SegmentCreated(
            int segmentId,
            UUID uuid,
            int projectId,
            String name,
            @Nullable String description) implements SegmentEvent {}
}
