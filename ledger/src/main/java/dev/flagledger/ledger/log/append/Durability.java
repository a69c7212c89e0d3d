package dev.flagledger.ledger.log.append;

/** Asked for before something is appended or read, and awaited afterwards. */
@FunctionalInterface
public interface Durability {

    /**
     * Returns when every event that was appended or read since this was asked for will survive a crash. Outside of a
     * transaction.
     *
     * @throws org.springframework.dao.DataAccessResourceFailureException if that cannot be known: the events may be lost
     */
    void await();
}
