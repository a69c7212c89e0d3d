package dev.flagledger.engine.state.flag;

/** A segment's place in the order of a flag's segments, with or without a state. */
public record SegmentPlace(Flag flag, SegmentOverride override) {

    /** The id of the place. */
    public int id() {
        return override.featureSegmentId();
    }
}
