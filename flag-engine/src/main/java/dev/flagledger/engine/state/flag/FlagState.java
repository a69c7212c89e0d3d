package dev.flagledger.engine.state.flag;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of a flag's states: the default if both overrides are null, else that of the override. */
public record FlagState(
        Flag flag,
        FeatureState state,
        @Nullable SegmentOverride segment,
        @Nullable IdentityOverride identity) {

    /** Returns the environment's default. */
    public static FlagState environmentDefault(Flag flag) {
        return new FlagState(flag, flag.environmentDefault(), null, null);
    }

    /** Returns the state of a segment override; empty if it has none. */
    public static Optional<FlagState> of(Flag flag, SegmentOverride segment) {
        return Optional.ofNullable(segment.state()).map(state -> new FlagState(flag, state, segment, null));
    }

    /** Returns the state of an identity override. */
    public static FlagState of(Flag flag, IdentityOverride identity) {
        return new FlagState(flag, identity.state(), null, identity);
    }

    /** Returns the id of the state. */
    public int id() {
        return state.id();
    }

    /** Returns whether this is the environment's default. */
    public boolean isDefault() {
        return segment == null && identity == null;
    }
}
