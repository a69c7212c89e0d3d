package dev.flagledger.ledger.log.append;

/** A handle that is created before events are appended or read, and awaited afterwards. */
@FunctionalInterface
public interface Durability {

    /**
     * Waits until every event that was appended or read since the creation of this handle is durable. To be called outside of
     * transactions.
     *
     * @throws org.springframework.dao.DataAccessResourceFailureException if that is unknown: the events may be lost
     */
    void await();
}
