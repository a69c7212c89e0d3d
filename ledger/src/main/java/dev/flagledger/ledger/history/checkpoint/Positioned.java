package dev.flagledger.ledger.history.checkpoint;

import java.util.Map;

/**
 * A state with the position in the log that it includes.
 *
 * @param withheld the projects that stopped before an event that could not be folded, with that event
 * @param <S> the state; immutable
 */
public record Positioned<S>(long position, S state, Map<Integer, Unfoldable> withheld) {

    /** A state without withheld projects. */
    public Positioned(long position, S state) {
        this(position, state, Map.of());
    }

    /** An event that could not be folded, with the reason for operators. */
    public record Unfoldable(long position, String reason) {}
}
