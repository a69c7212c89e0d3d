package dev.flagledger.ledger.projection;

import dev.flagledger.ledger.history.Step;
import java.util.List;
import java.util.Optional;

/**
 * Derives data from the events of the log, in order, on one node at a time. What it writes is committed together with its position.
 *
 * @param <S> the state before and after each event
 */
public interface Projection<S> {

    /** The name under which its position is stored. */
    String name();

    /** The version of the projection, to be increased when the code writes something else for the same events. */
    default int version() {
        return 1;
    }

    /**
     * Computes what to write for these events. Must be pure: it is called outside of transactions, possibly more than once for an
     * event.
     *
     * @return the write, to be run in the transaction that moves the position; empty for none, which saves the transaction
     */
    Optional<Runnable> project(List<Step<S>> steps);
}
