package dev.flagledger.engine.state.project;

import dev.flagledger.api.segment.SegmentDefinition;
import java.time.Instant;
import java.util.UUID;

/**
 * A named group of identities.
 *
 * @param version the number of its definitions so far, from 1
 */
public record Segment(
        int id, UUID uuid, SegmentDefinition definition, Instant createdAt, Instant updatedAt, int version) {

    /** Returns the name. */
    public String name() {
        return definition.name();
    }

    Segment with(SegmentDefinition changed, Instant at) {
        return new Segment(id, uuid, changed, createdAt, at, version + 1);
    }
}
