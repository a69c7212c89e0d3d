package dev.flagledger.ledger.history;

/**
 * The source of events for one projection, with the states around them. To be used outside of transactions, since the first state
 * may have to be folded, and by one thread at a time.
 *
 * @param <S> the state; immutable
 */
public interface Steps<S> {

    /**
     * The next events after a position that this node shows, in order. The range may be empty.
     *
     * @param limit the maximum number of events; greater than 0
     */
    LogRange<S> after(long position, int limit);

    /** Whether this node has caught up with the log as of its start. Before that it shows no events. */
    boolean caughtUp();
}
