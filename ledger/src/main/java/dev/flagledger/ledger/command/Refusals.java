package dev.flagledger.ledger.command;

/** Says in the words of the domain why a command is refused where the ledger finds out. */
@FunctionalInterface
public interface Refusals {

    /**
     * What is thrown when a command is about something that does not exist, or no longer does.
     *
     * @param kind of what, as in the names of streams
     */
    RuntimeException missing(String kind);
}
