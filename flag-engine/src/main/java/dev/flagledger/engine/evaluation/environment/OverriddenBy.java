package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Segment;

/** Why a flag is what it is for an identity. */
public sealed interface OverriddenBy {

    /** It is what it is for everyone in the environment. */
    record Nothing() implements OverriddenBy {}

    /** The identity is in this segment, and in none that is stronger. */
    record OfSegment(Segment segment, SegmentOverride override) implements OverriddenBy {}

    /** The identity has a state of its own. */
    record OfIdentity(IdentityOverride override) implements OverriddenBy {}
}
