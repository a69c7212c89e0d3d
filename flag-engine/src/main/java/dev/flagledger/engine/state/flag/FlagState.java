package dev.flagledger.engine.state.flag;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of a flag's states, and whom it is for: everyone in the environment for whom nothing else is said, unless it
 * overrides that for a segment or for an identity.
 */
public record FlagState(
        Flag flag,
        FeatureState state,
        @Nullable SegmentOverride segment,
        @Nullable IdentityOverride identity) {

    /** The environment's default. */
    public static FlagState environmentDefault(Flag flag) {
        return new FlagState(flag, flag.environmentDefault(), null, null);
    }

    /** The override for a segment; empty while the segment only has a place. */
    public static Optional<FlagState> of(Flag flag, SegmentOverride segment) {
        return Optional.ofNullable(segment.state()).map(state -> new FlagState(flag, state, segment, null));
    }

    /** The override for an identity. */
    public static FlagState of(Flag flag, IdentityOverride identity) {
        return new FlagState(flag, identity.state(), null, identity);
    }

    /** The id of the state. */
    public int id() {
        return state.id();
    }

    /** Whether it is the environment's default. */
    public boolean isStandard() {
        return segment == null && identity == null;
    }
}
