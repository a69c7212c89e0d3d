package dev.flagledger.engine.change;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;
import dev.flagledger.engine.state.project.Segment;

/** Whom a feature state is for. */
public sealed interface Target {

    /** Everyone in the environment for whom nothing else is said. */
    record Everyone() implements Target {}

    /** The identities of a segment. Priority 0 is the strongest. */
    record OfSegment(Segment segment, int priority) implements Target {}

    /** One identity. */
    record OfIdentity(int identityId, @Personal(IDENTITY) String identifier) implements Target {}
}
