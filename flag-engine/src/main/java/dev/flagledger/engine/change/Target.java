package dev.flagledger.engine.change;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;
import dev.flagledger.engine.state.project.Segment;

/** What a feature state applies to. */
public sealed interface Target {

    /** The default of the environment. */
    record Everyone() implements Target {}

    /** The identities of a segment. Priority 0 is the highest. */
    record OfSegment(Segment segment, int priority) implements Target {}

    /** One identity. */
    record OfIdentity(int identityId, @Personal(IDENTITY) String identifier) implements Target {}
}
