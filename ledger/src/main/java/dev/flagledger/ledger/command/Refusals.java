package dev.flagledger.ledger.command;

/** Creates the domain exceptions for refusals that the ledger detects. */
@FunctionalInterface
public interface Refusals {

    /**
     * The exception for a command whose object does not exist.
     *
     * @param kind the kind of the object, as in the names of streams
     */
    RuntimeException missing(String kind);
}
