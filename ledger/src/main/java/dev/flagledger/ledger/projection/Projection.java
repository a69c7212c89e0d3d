package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.history.Step;
import java.util.List;
import java.util.Optional;

/**
 * Derives something from the events, in the order of the log, on one node at a time. What it writes and how far it has come
 * are committed together.
 *
 * @param <S> the state that it is shown before and after each event
 */
public interface Projection<S> {

    /** The name under which its position is kept. */
    String name();

    /** Greater than before when a new version of the code writes other things for the same events. */
    default int version() {
        return 1;
    }

    /**
     * What these events leave. Must be pure: it is called outside of a transaction, maybe more than once for an event.
     *
     * @return what writes it, in the transaction that moves the position; empty when they leave nothing, which costs no
     *     transaction
     */
    Optional<Runnable> project(List<Step<S>> steps);
}
