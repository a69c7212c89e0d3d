package dev.flagledger.api.user;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.SelfContained;
import dev.flagledger.api.access.Scope;

/** Commands about the second factor of a user. */
public sealed interface FactorCommand extends LedgerCommand {

    int userId();

    @Override
    default String aggregateId() {
        return UserCommand.streamOf(userId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfUser(userId());
    }

    record ActivateFactor(int userId) implements FactorCommand {}

    record DeactivateFactor(int userId) implements FactorCommand {}

    /** Records that a code was wrong. */
    record FailCode(int userId) implements FactorCommand, SelfContained {}

    /** Records that a backup code was used up. */
    record UseBackupCode(int userId) implements FactorCommand, SelfContained {}
}
