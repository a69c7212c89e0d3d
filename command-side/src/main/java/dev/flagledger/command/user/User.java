package dev.flagledger.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.AccountEvent;
import dev.flagledger.api.event.AccountEvent.AccountActivated;
import dev.flagledger.api.event.AccountEvent.AccountDeactivated;
import dev.flagledger.api.event.AccountEvent.ActivationAwaited;
import dev.flagledger.api.event.AccountEvent.EmailChanged;
import dev.flagledger.api.event.AccountEvent.OnboardingChanged;
import dev.flagledger.api.event.AccountEvent.OriginRecorded;
import dev.flagledger.api.event.AccountEvent.PasswordChanged;
import dev.flagledger.api.event.AccountEvent.PasswordResetRequested;
import dev.flagledger.api.event.AccountEvent.SuperuserGranted;
import dev.flagledger.api.event.AccountEvent.SuperuserRevoked;
import dev.flagledger.api.event.FactorEvent;
import dev.flagledger.api.event.LoginLinkEvent.LoginLinked;
import dev.flagledger.api.event.LoginLinkEvent.LoginUnlinked;
import dev.flagledger.api.event.SessionEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.user.AccountCommand.ChangeActive;
import dev.flagledger.api.user.AccountCommand.ChangeEmail;
import dev.flagledger.api.user.AccountCommand.ChangeOnboarding;
import dev.flagledger.api.user.AccountCommand.ChangePassword;
import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.api.user.AccountCommand.ConfirmActivation;
import dev.flagledger.api.user.AccountCommand.RequestPasswordReset;
import dev.flagledger.api.user.LoginLinkCommand.LinkLogin;
import dev.flagledger.api.user.LoginLinkCommand.UnlinkLogin;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.UserCommand;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.api.user.UserCommand.RenameUser;
import dev.flagledger.engine.state.organisation.Standing;
import dev.flagledger.engine.state.organisation.Standing.Status;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/** The aggregate of a user, a person who can log in. */
@Aggregate(type = "user", cache = "currentAggregates")
class User {

    @AggregateIdentifier
    String id;

    private String firstName;
    private String lastName;
    private String email;
    private Standing standing = Standing.ORDINARY;
    private PSet<String> links = HashTreePSet.empty();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // by Axon
    private final UserLogins logins = new UserLogins();

    User() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterUser command) {
        int user = command.userId();
        apply(new UserRegistered(user, command.uuid(), command.email(), command.firstName(), command.lastName()));
        switch (command.enrolment()) {
            case ACTIVE -> {}
            case AWAITING_ACTIVATION -> apply(new ActivationAwaited(user));
            case SUPERUSER -> apply(new SuperuserGranted(user));
        }
        if (!command.origin().equals(Origin.ORDINARY)) {
            apply(new OriginRecorded(user, command.origin()));
        }
    }

    @CommandHandler
    void handle(RenameUser command) {
        if (!command.firstName().equals(firstName) || !command.lastName().equals(lastName)) {
            apply(new UserRenamed(command.userId(), command.firstName(), command.lastName()));
        }
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
    void handle(ChangePassword command) {
        apply(new PasswordChanged(command.userId(), command.byReset()));
        if (command.endsLinks()) {
            links.forEach(provider -> apply(new LoginUnlinked(command.userId(), provider)));
        }
    }

    @CommandHandler
    void handle(RequestPasswordReset command) {
        apply(new PasswordResetRequested(command.userId()));
    }

    @CommandHandler
    void handle(ChangeEmail command) {
        if (!command.email().equals(email)) {
            apply(new EmailChanged(command.userId(), command.email()));
        }
    }

    @CommandHandler
    void handle(ConfirmActivation command) {
        if (standing.status() != Status.AWAITING_ACTIVATION) {
            throw new Rejected(new Rejection.Forbidden());
        }
        apply(new AccountActivated(command.userId()));
    }

    @CommandHandler
    void handle(ChangeActive command) {
        int user = command.userId();
        if (command.active() != standing.active()) {
            apply(command.active() ? new AccountActivated(user) : new AccountDeactivated(user));
        } else if (standing.status() == Status.AWAITING_ACTIVATION) {
            // From now on a mail no longer activates it.
            apply(new AccountDeactivated(user));
        }
    }

    @CommandHandler
    void handle(ChangeSuperuser command) {
        int user = command.userId();
        if (command.superuser() != standing.superuser()) {
            apply(command.superuser() ? new SuperuserGranted(user) : new SuperuserRevoked(user));
        }
    }

    @CommandHandler
    void handle(ChangeOnboarding command) {
        if (!command.onboarding().equals(standing.onboarding())) {
            apply(new OnboardingChanged(command.userId(), command.onboarding()));
        }
    }

    @EventSourcingHandler
    void evolve(UserEvent event) {
        switch (event) {
            case UserRegistered e -> {
                id = UserCommand.streamOf(e.userId());
                firstName = e.firstName();
                lastName = e.lastName();
                email = e.email();
            }
            case UserRenamed e -> {
                firstName = e.firstName();
                lastName = e.lastName();
            }
            case AccountEvent e -> {
                standing = standing.evolve(e);
                email = e instanceof EmailChanged changed ? changed.email() : email;
            }
            case UserLoggedIn _, UserLoginFailed _, UserLoginLocked _, UserLoggedOut _ -> {}
            case FactorEvent _, SessionEvent _ -> {}
            case LoginLinked e -> links = links.plus(e.provider());
            case LoginUnlinked e -> links = links.minus(e.provider());
        }
    }
}
