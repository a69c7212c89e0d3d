package dev.flagledger.command.user;

import dev.flagledger.api.event.FactorEvent.BackupCodeUsed;
import dev.flagledger.api.event.FactorEvent.SecondFactorActivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorDeactivated;
import dev.flagledger.api.event.FactorEvent.SecondFactorFailed;
import dev.flagledger.api.event.LoginLinkEvent.LoginLinked;
import dev.flagledger.api.event.LoginLinkEvent.LoginUnlinked;
import dev.flagledger.api.event.SessionEvent.ApplicationGranted;
import dev.flagledger.api.event.SessionEvent.ApplicationRevoked;
import dev.flagledger.api.event.SessionEvent.SessionEnded;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.event.UserEvent.UserLoginFailed;
import dev.flagledger.api.event.UserEvent.UserLoginLocked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.FactorCommand.ActivateFactor;
import dev.flagledger.api.user.FactorCommand.DeactivateFactor;
import dev.flagledger.api.user.FactorCommand.FailCode;
import dev.flagledger.api.user.FactorCommand.UseBackupCode;
import dev.flagledger.api.user.LoginLinkCommand.LinkLogin;
import dev.flagledger.api.user.LoginLinkCommand.UnlinkLogin;
import dev.flagledger.api.user.SessionCommand.EndSession;
import dev.flagledger.api.user.SessionCommand.GrantApplication;
import dev.flagledger.api.user.SessionCommand.RevokeApplication;
import dev.flagledger.api.user.UserCommand.FailLogin;
import dev.flagledger.api.user.UserCommand.LockLogin;
import dev.flagledger.api.user.UserCommand.LogIn;
import dev.flagledger.api.user.UserCommand.LogOut;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.api.user.UserCommand.RenameUser;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UserRegistered REGISTERED = new UserRegistered(1, ID, "ana@example.test", "Ana", "Lee");

    private final FixtureConfiguration<User> fixture = new AggregateTestFixture<>(User.class);

    @Test
    void aUserRegisters() {
        fixture.givenNoPriorActivity()
                .when(new RegisterUser(1, ID, "ana@example.test", "Ana", "Lee"))
                .expectEvents(REGISTERED);
    }

    @Test
    void aUserIsRenamed() {
        fixture.given(REGISTERED)
                .when(new RenameUser(1, "Anna", "Lee"))
                .expectEvents(new UserRenamed(1, "Anna", "Lee"));
        fixture.given(REGISTERED).when(new RenameUser(1, "Ana", "")).expectEvents(new UserRenamed(1, "Ana", ""));
    }

    @Test
    void theSameNameAgainIsNoChange() {
        fixture.given(REGISTERED)
                .when(new RenameUser(1, "Ana", "Lee"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(REGISTERED, new UserRenamed(1, "Anna", ""))
                .when(new RenameUser(1, "Anna", ""))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void linksWithProvidersAreRecorded() {
        fixture.given(REGISTERED)
                .when(new LinkLogin(1, "oidc-7", "00u1"))
                .expectEvents(new LoginLinked(1, "oidc-7", "00u1"));
        fixture.given(REGISTERED, new LoginLinked(1, "oidc-7", "00u1"))
                .when(new UnlinkLogin(1, "oidc-7"))
                .expectEvents(new LoginUnlinked(1, "oidc-7"));
    }

    @Test
    void changesOfTheSecondFactorAreRecorded() {
        fixture.given(REGISTERED).when(new ActivateFactor(1)).expectEvents(new SecondFactorActivated(1));
        fixture.given(REGISTERED, new SecondFactorActivated(1))
                .when(new DeactivateFactor(1))
                .expectEvents(new SecondFactorDeactivated(1));
        fixture.given(REGISTERED).when(new FailCode(1)).expectEvents(new SecondFactorFailed(1));
        fixture.given(REGISTERED).when(new UseBackupCode(1)).expectEvents(new BackupCodeUsed(1));
    }

    @Test
    void theEndOfASessionIsRecorded() {
        fixture.given(REGISTERED).when(new EndSession(1, ID)).expectEvents(new SessionEnded(1, ID));
        fixture.given(REGISTERED)
                .when(new GrantApplication(1, ID, "flagsmith-cli", "Flagsmith CLI", "admin-api"))
                .expectEvents(new ApplicationGranted(1, ID, "flagsmith-cli", "Flagsmith CLI", "admin-api"));
        fixture.given(REGISTERED).when(new RevokeApplication(1, ID)).expectEvents(new ApplicationRevoked(1, ID));
    }

    @Test
    void aLoginTellsItsWay() {
        var saml = LoginWay.by(LoginMethod.SAML, 3, 7);

        fixture.given(REGISTERED).when(new LogIn(1, saml)).expectEvents(new UserLoggedIn(1, saml));
    }

    @Test
    void everyLoginAndLogoutIsRecorded() {
        fixture.given(REGISTERED, new UserLoggedIn(1, LoginWay.EMAIL))
                .when(new LogIn(1, LoginWay.EMAIL))
                .expectEvents(new UserLoggedIn(1, LoginWay.EMAIL));
        fixture.given(REGISTERED).when(new FailLogin(1)).expectEvents(new UserLoginFailed(1, LoginWay.EMAIL));
        fixture.given(REGISTERED, new UserLoginFailed(1, LoginWay.EMAIL))
                .when(new LogIn(1, LoginWay.EMAIL))
                .expectEvents(new UserLoggedIn(1, LoginWay.EMAIL));
        var way = LoginWay.by(LoginMethod.SAML, 2, 7);
        fixture.given(REGISTERED).when(new FailLogin(1, way)).expectEvents(new UserLoginFailed(1, way));
        fixture.given(REGISTERED, new UserLoginFailed(1, LoginWay.EMAIL))
                .when(new LogIn(1, LoginWay.EMAIL))
                .expectEvents(new UserLoggedIn(1, LoginWay.EMAIL));
        fixture.given(REGISTERED).when(new LockLogin(1)).expectEvents(new UserLoginLocked(1));
        fixture.given(REGISTERED, new UserLoggedIn(1, LoginWay.EMAIL))
                .when(new LogOut(1))
                .expectEvents(new UserLoggedOut(1));
    }
}
