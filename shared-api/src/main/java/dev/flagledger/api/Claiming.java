package dev.flagledger.api;

import java.util.List;

/** A command that requires unique names, which are claimed in the transaction that records its events. */
public interface Claiming extends LedgerCommand {

    /** Returns the names to claim; the command is rejected if one is taken. */
    List<Claim> claims();

    /** Returns names to claim if they are free; the command succeeds without them otherwise. */
    default List<Claim> claimsIfFree() {
        return List.of();
    }
}
