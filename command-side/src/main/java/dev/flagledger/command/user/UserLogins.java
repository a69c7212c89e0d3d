package dev.flagledger.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.event.FactorEvent.BackupCodeUsed;
import dev.flagledger.api.event.FactorEvent.SecondFactorActivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorDeactivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorFailed;
import dev.flagledger.api.event.SessionEvent.ApplicationGranted;
import dev.flagledger.api.event.SessionEvent.ApplicationRevoked;
import dev.flagledger.api.event.SessionEvent.SessionEnded;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.user.FactorCommand.ActivateFactor;
import dev.flagledger.api.user.FactorCommand.DeactivateFactor;
import dev.flagledger.api.user.FactorCommand.FailCode;
import dev.flagledger.api.user.FactorCommand.UseBackupCode;
import dev.flagledger.api.user.SessionCommand.EndSession;
import dev.flagledger.api.user.SessionCommand.GrantApplication;
import dev.flagledger.api.user.SessionCommand.RevokeApplication;
import dev.flagledger.api.user.UserCommand.FailLogin;
import dev.flagledger.api.user.UserCommand.LockLogin;
import dev.flagledger.api.user.UserCommand.LogIn;
import dev.flagledger.api.user.UserCommand.LogOut;
import org.axonframework.commandhandling.CommandHandler;

/** The logins of a user, as part of the aggregate. They are recorded as they happen, and no decision depends on them. */
final class UserLogins {

    @CommandHandler
    void handle(LogIn command) {
        apply(new UserLoggedIn(command.userId(), command.way()));
    }

    @CommandHandler
    void handle(FailLogin command) {
        apply(new UserLoginFailed(command.userId(), command.way()));
    }

    @CommandHandler
    void handle(LockLogin command) {
        apply(new UserLoginLocked(command.userId()));
    }

    @CommandHandler
    void handle(LogOut command) {
        apply(new UserLoggedOut(command.userId()));
    }

    @CommandHandler
    void handle(ActivateFactor command) {
        apply(new SecondFactorActivated(command.userId()));
    }

    @CommandHandler
    void handle(DeactivateFactor command) {
        apply(new SecondFactorDeactivated(command.userId()));
    }

    @CommandHandler
    void handle(FailCode command) {
        apply(new SecondFactorFailed(command.userId()));
    }

    @CommandHandler
    void handle(UseBackupCode command) {
        apply(new BackupCodeUsed(command.userId()));
    }

    @CommandHandler
    void handle(EndSession command) {
        apply(new SessionEnded(command.userId(), command.sessionId()));
    }

    @CommandHandler
    void handle(GrantApplication command) {
        apply(new ApplicationGranted(
                command.userId(),
                command.sessionId(),
                command.clientId(),
                command.clientName(),
                command.applicationScope()));
    }

    @CommandHandler
    void handle(RevokeApplication command) {
        apply(new ApplicationRevoked(command.userId(), command.sessionId()));
    }
}
