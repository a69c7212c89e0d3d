package dev.flagledger.api.user;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.UUID;

/** Commands about single sessions of a user. */
public sealed interface SessionCommand extends LedgerCommand {

    int userId();

    @Override
    default String aggregateId() {
        return UserCommand.streamOf(userId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfUser(userId());
    }

    record EndSession(int userId, UUID sessionId) implements SessionCommand {}

    /** Lets an application act for the user, within a scope. */
    record GrantApplication(int userId, UUID sessionId, String clientId, String clientName, String applicationScope)
            implements SessionCommand {}

    /** Ends the access of an application whose tokens may have been stolen. */
    record RevokeApplication(int userId, UUID sessionId) implements SessionCommand {}
}
