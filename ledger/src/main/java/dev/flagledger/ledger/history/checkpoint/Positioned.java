package dev.flagledger.ledger.history.checkpoint;

import java.util.Map;

/**
 * A state and the position in the log that it has been folded up to.
 *
 * @param withheld projects that are as they were before an event that could not be folded, with that event
 * @param <S> what is folded; immutable
 */
public record Positioned<S>(long position, S state, Map<Integer, Unfoldable> withheld) {

    /** One with all its projects. */
    public Positioned(long position, S state) {
        this(position, state, Map.of());
    }

    /** The event that could not be folded, and why, for whoever operates the node. */
    public record Unfoldable(long position, String why) {}
}
