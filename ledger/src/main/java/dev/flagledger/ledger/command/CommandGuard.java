package dev.flagledger.ledger.command;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.ledger.log.Attribution;

/** Decides who may send which command. Asked by the command bus, and by whoever handles commands that do not go over it. */
@FunctionalInterface
public interface CommandGuard {

    /**
     * Returns if the actor may.
     *
     * @throws dev.flagledger.api.Rejected if they lack the permission
     */
    void require(LedgerCommand command, Attribution by);
}
