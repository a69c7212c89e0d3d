package dev.flagledger.api;

import java.util.List;

/** A command that ends streams and releases the names claimed by them. */
public interface Releasing extends LedgerCommand {

    /** Returns the ids of the streams that end with the command; by default that of its aggregate. */
    default List<String> ended() {
        return List.of(aggregateId());
    }
}
