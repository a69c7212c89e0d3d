package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Segment;

/** The origin of a flag's state for an identity. */
public sealed interface OverriddenBy {

    /** The default of the environment. */
    record Nothing() implements OverriddenBy {}

    /** The override of the matching segment with the highest priority. */
    record OfSegment(Segment segment, SegmentOverride override) implements OverriddenBy {}

    /** The override for the identity. */
    record OfIdentity(IdentityOverride override) implements OverriddenBy {}
}
