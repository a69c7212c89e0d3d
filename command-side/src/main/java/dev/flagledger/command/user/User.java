package dev.flagledger.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.event.LoginLinkEvent;
import dev.flagledger.api.event.LoginLinkEvent.LoginLinked;
import dev.flagledger.api.event.LoginLinkEvent.LoginUnlinked;
import dev.flagledger.api.event.FactorEvent;
import dev.flagledger.api.event.FactorEvent.BackupCodeUsed;
import dev.flagledger.api.event.FactorEvent.SecondFactorActivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorDeactivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorFailed;
import dev.flagledger.api.event.SessionEvent;
import dev.flagledger.api.event.SessionEvent.SessionEnded;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.user.LoginLinkCommand.LinkLogin;
import dev.flagledger.api.user.LoginLinkCommand.UnlinkLogin;
import dev.flagledger.api.user.FactorCommand.ActivateFactor;
import dev.flagledger.api.user.FactorCommand.DeactivateFactor;
import dev.flagledger.api.user.FactorCommand.FailCode;
import dev.flagledger.api.user.FactorCommand.UseBackupCode;
import dev.flagledger.api.user.SessionCommand.EndSession;
import dev.flagledger.api.user.UserCommand;
import dev.flagledger.api.user.UserCommand.FailLogin;
import dev.flagledger.api.user.UserCommand.LockLogin;
import dev.flagledger.api.user.UserCommand.LogIn;
import dev.flagledger.api.user.UserCommand.LogOut;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.api.user.UserCommand.RenameUser;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of a user, a person who can log in. */
@Aggregate(type = "user", cache = "currentAggregates")
class User {

    @AggregateIdentifier
    String id;

    private String firstName;
    private String lastName;

    User() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterUser command) {
        apply(new UserRegistered(
                command.userId(), command.uuid(), command.email(), command.firstName(), command.lastName()));
    }

    @CommandHandler
    void handle(LogIn command) {
        apply(new UserLoggedIn(command.userId(), command.way()));
    }

    @CommandHandler
    void handle(FailLogin command) {
        apply(new UserLoginFailed(command.userId()));
    }

    @CommandHandler
    void handle(LockLogin command) {
        apply(new UserLoginLocked(command.userId()));
    }

    @CommandHandler
    void handle(RenameUser command) {
        if (!command.firstName().equals(firstName) || !command.lastName().equals(lastName)) {
            apply(new UserRenamed(command.userId(), command.firstName(), command.lastName()));
        }
    }

    @CommandHandler
    void handle(LogOut command) {
        apply(new UserLoggedOut(command.userId()));
    }

    @CommandHandler
    void handle(LinkLogin command) {
        apply(new LoginLinked(command.userId(), command.provider(), command.subject()));
    }

    @CommandHandler
    void handle(UnlinkLogin command) {
        apply(new LoginUnlinked(command.userId(), command.provider()));
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

    @EventSourcingHandler
    void evolve(UserEvent event) {
        switch (event) {
            case UserRegistered e -> {
                id = UserCommand.streamOf(e.userId());
                firstName = e.firstName();
                lastName = e.lastName();
            }
            case UserRenamed e -> {
                firstName = e.firstName();
                lastName = e.lastName();
            }
            case UserLoggedIn _, UserLoginFailed _, UserLoginLocked _, UserLoggedOut _ -> {}
            case FactorEvent _, SessionEvent _ -> {}
            case LoginLinkEvent _ -> {}
        }
    }
}
