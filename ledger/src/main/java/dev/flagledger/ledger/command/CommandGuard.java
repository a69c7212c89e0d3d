package dev.flagledger.ledger.command;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.ledger.log.Attribution;

/** Checks permissions for commands: called by the command bus, and by handlers of commands that bypass it. */
@FunctionalInterface
public interface CommandGuard {

    /**
     * Returns if the actor may send the command.
     *
     * @throws dev.flagledger.api.Rejected if they lack the permission
     */
    void require(LedgerCommand command, Attribution by);
}
