package dev.flagledger.api.user;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;

/** Commands about the links between an account and the people of identity providers. */
public sealed interface LoginLinkCommand extends LedgerCommand {

    int userId();

    @Override
    default String aggregateId() {
        return UserCommand.streamOf(userId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfUser(userId());
    }

    /** Lets whoever the provider knows by this subject log in to the account. */
    record LinkLogin(int userId, String provider, String subject) implements LoginLinkCommand {}

    record UnlinkLogin(int userId, String provider) implements LoginLinkCommand {}
}
