package dev.flagledger.ledger.history;

/**
 * The events of the log with the states around them, for one projection. Asked outside of transactions, since it may take a
 * while until the state before the first of them is known; by one thread at a time.
 *
 * @param <S> what is folded; immutable
 */
public interface Steps<S> {

    /**
     * The next events after a position, in their order, as far as this node shows them. Where it shows none yet, the stretch
     * ends where it begins.
     *
     * @param most greater than 0
     */
    LogRange<S> after(long position, int most);

    /** Whether this node has come to what was in the log when it started. Before that it shows no events. */
    boolean caughtUp();
}
