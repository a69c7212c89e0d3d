package dev.flagledger.engine.state.flag;

/** A feature segment: the priority of a segment for a flag, with or without a state. */
public record SegmentPlace(Flag flag, SegmentOverride override) {

    /** Returns the id of the feature segment. */
    public int id() {
        return override.featureSegmentId();
    }
}
