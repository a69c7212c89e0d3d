package dev.flagledger.command.user;

import dev.flagledger.api.Rejection;
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
import dev.flagledger.api.event.LoginLinkEvent.LoginLinked;
import dev.flagledger.api.event.LoginLinkEvent.LoginUnlinked;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.user.AccountCommand.ChangeActive;
import dev.flagledger.api.user.AccountCommand.ChangeEmail;
import dev.flagledger.api.user.AccountCommand.ChangeOnboarding;
import dev.flagledger.api.user.AccountCommand.ChangePassword;
import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.api.user.AccountCommand.ConfirmActivation;
import dev.flagledger.api.user.AccountCommand.RequestPasswordReset;
import dev.flagledger.api.user.Enrolment;
import dev.flagledger.api.user.Onboarding;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.SignUpType;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What is decided about the use of an account. */
class AccountTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UserRegistered REGISTERED = new UserRegistered(1, ID, "ana@example.test", "Ana", "Lee");

    private final FixtureConfiguration<User> fixture = new AggregateTestFixture<>(User.class);

    @Test
    void anAccountBeginsAsItIsEnrolled() {
        fixture.givenNoPriorActivity()
                .when(new RegisterUser(1, ID, "ana@example.test", "Ana", "Lee", Enrolment.AWAITING_ACTIVATION))
                .expectEvents(REGISTERED, new ActivationAwaited(1));
        new AggregateTestFixture<>(User.class)
                .givenNoPriorActivity()
                .when(new RegisterUser(1, ID, "ana@example.test", "Ana", "Lee", Enrolment.SUPERUSER))
                .expectEvents(REGISTERED, new SuperuserGranted(1));
    }

    @Test
    void passwordsAreRecordedWithHowTheyWereChanged() {
        fixture.given(REGISTERED).when(new ChangePassword(1, false)).expectEvents(new PasswordChanged(1, false));
        fixture.given(REGISTERED).when(new RequestPasswordReset(1)).expectEvents(new PasswordResetRequested(1));
        fixture.given(REGISTERED).when(new ChangePassword(1, true)).expectEvents(new PasswordChanged(1, true));
    }

    @Test
    void anAccountRemembersHowItWasOpened() {
        var origin = new Origin(LoginMethod.GOOGLE, SignUpType.INVITE_LINK);

        fixture.givenNoPriorActivity()
                .when(new RegisterUser(1, ID, "ana@example.test", "Ana", "Lee", Enrolment.ACTIVE, origin))
                .expectEvents(REGISTERED, new OriginRecorded(1, origin));
    }

    @Test
    void aResetEndsTheLinksThatThereAre() {
        fixture.given(
                        REGISTERED,
                        new LoginLinked(1, "google", "10"),
                        new LoginLinked(1, "github", "20"),
                        new LoginUnlinked(1, "github"))
                .when(new ChangePassword(1, true, true))
                .expectEvents(new PasswordChanged(1, true), new LoginUnlinked(1, "google"));
        fixture.given(REGISTERED, new LoginLinked(1, "google", "10"))
                .when(new ChangePassword(1, true))
                .expectEvents(new PasswordChanged(1, true));
    }

    @Test
    void theSameAddressAgainIsNoChange() {
        var changed = new EmailChanged(1, "ana@new.test");

        fixture.given(REGISTERED).when(new ChangeEmail(1, "ana@new.test")).expectEvents(changed);
        fixture.given(REGISTERED, changed)
                .when(new ChangeEmail(1, "ana@new.test"))
                .expectNoEvents();
        fixture.given(REGISTERED, changed)
                .when(new ChangeEmail(1, "ana@example.test"))
                .expectEvents(new EmailChanged(1, "ana@example.test"));
    }

    @Test
    void aMailActivatesOnlyWhatAwaitsIt() {
        var awaited = new ActivationAwaited(1);
        var forbidden = new Rejection.Forbidden().toString();

        fixture.given(REGISTERED, awaited).when(new ConfirmActivation(1)).expectEvents(new AccountActivated(1));
        fixture.given(REGISTERED).when(new ConfirmActivation(1)).expectExceptionMessage(forbidden);
        fixture.given(REGISTERED, awaited, new AccountDeactivated(1))
                .when(new ConfirmActivation(1))
                .expectExceptionMessage(forbidden);
    }

    @Test
    void superusersActivateAndDeactivate() {
        fixture.given(REGISTERED).when(new ChangeActive(1, false)).expectEvents(new AccountDeactivated(1));
        fixture.given(REGISTERED).when(new ChangeActive(1, true)).expectNoEvents();
        fixture.given(REGISTERED, new AccountDeactivated(1))
                .when(new ChangeActive(1, false))
                .expectNoEvents();
        fixture.given(REGISTERED, new AccountDeactivated(1))
                .when(new ChangeActive(1, true))
                .expectEvents(new AccountActivated(1));
        fixture.given(REGISTERED, new ActivationAwaited(1))
                .when(new ChangeActive(1, true))
                .expectEvents(new AccountActivated(1));
    }

    @Test
    void whatAwaitsActivationCanBeDeactivatedForGood() {
        fixture.given(REGISTERED, new ActivationAwaited(1))
                .when(new ChangeActive(1, false))
                .expectEvents(new AccountDeactivated(1));
    }

    @Test
    void superusersAreMadeAndUnmadeOnce() {
        fixture.given(REGISTERED).when(new ChangeSuperuser(1, true)).expectEvents(new SuperuserGranted(1));
        fixture.given(REGISTERED).when(new ChangeSuperuser(1, false)).expectNoEvents();
        fixture.given(REGISTERED, new SuperuserGranted(1))
                .when(new ChangeSuperuser(1, true))
                .expectNoEvents();
        fixture.given(REGISTERED, new SuperuserGranted(1))
                .when(new ChangeSuperuser(1, false))
                .expectEvents(new SuperuserRevoked(1));
    }

    @Test
    void theSameProgressAgainIsNoChange() {
        var changed = new OnboardingChanged(1, Onboarding.NONE);

        fixture.given(REGISTERED).when(new ChangeOnboarding(1, Onboarding.NONE)).expectEvents(changed);
        fixture.given(REGISTERED, changed)
                .when(new ChangeOnboarding(1, Onboarding.NONE))
                .expectNoEvents();
    }
}
