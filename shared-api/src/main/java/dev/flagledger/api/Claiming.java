package dev.flagledger.api;

import java.util.List;

/** A command that succeeds only if its names are free; they are claimed in the transaction that records its events. */
public interface Claiming extends LedgerCommand {

    /** The names that the command wants. */
    List<Claim> claims();

    /** The names that the command takes if nobody has them, and does without otherwise. */
    default List<Claim> claimsIfFree() {
        return List.of();
    }
}
