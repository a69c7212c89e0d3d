package dev.flagledger.api;

import java.util.List;

/** A command that ends lives: the names that the dead held are free again once it is recorded. */
public interface Releasing extends LedgerCommand {

    /** The streams of all that ends with the command; as a rule that of its own aggregate alone. */
    default List<String> ended() {
        return List.of(aggregateId());
    }
}
