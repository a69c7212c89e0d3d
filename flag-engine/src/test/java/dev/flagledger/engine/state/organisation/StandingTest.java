package dev.flagledger.engine.state.organisation;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.user.Onboarding;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.SignUpType;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.organisation.Standing.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an account by its events. */
class StandingTest {

    private final History history = Shop.open();

    @Test
    void mostAccountsMayBeUsedAtOnce() {
        assertThat(user().standing()).isEqualTo(Standing.ORDINARY);
        assertThat(user().standing().active()).isTrue();
    }

    @Test
    void anAccountIsUsedOnceItIsActivatedAndUntilItIsDeactivated() {
        assertThat(after(new ActivationAwaited(Shop.BO)).status()).isEqualTo(Status.AWAITING_ACTIVATION);
        assertThat(after(new AccountActivated(Shop.BO)).active()).isTrue();
        assertThat(after(new AccountDeactivated(Shop.BO)).status()).isEqualTo(Status.DEACTIVATED);
        assertThat(after(new AccountActivated(Shop.BO)).active()).isTrue();
    }

    @Test
    void aSuperuserStaysOneWhateverElseChanges() {
        after(new SuperuserGranted(Shop.BO));
        after(new AccountDeactivated(Shop.BO));

        assertThat(after(new OnboardingChanged(Shop.BO, Onboarding.NONE)))
                .isEqualTo(new Standing(Status.DEACTIVATED, true, Onboarding.NONE, Origin.ORDINARY));
        assertThat(after(new SuperuserRevoked(Shop.BO)))
                .isEqualTo(new Standing(Status.DEACTIVATED, false, Onboarding.NONE, Origin.ORDINARY));
    }

    @Test
    void howItWasOpenedStays() {
        var invited = new Origin(LoginMethod.GITHUB, SignUpType.INVITE_LINK);

        assertThat(after(new OriginRecorded(Shop.BO, invited)).origin()).isEqualTo(invited);
        after(new SuperuserGranted(Shop.BO));
        after(new SuperuserRevoked(Shop.BO));
        after(new OnboardingChanged(Shop.BO, Onboarding.NONE));
        assertThat(after(new AccountDeactivated(Shop.BO)).origin()).isEqualTo(invited);
    }

    @Test
    void theAddressChangesAloneAndPasswordsAreNoState() {
        var before = user();

        assertThat(after(new EmailChanged(Shop.BO, "bo@new.test"))).isEqualTo(before.standing());
        assertThat(user().email()).isEqualTo("bo@new.test");
        assertThat(user().firstName()).isEqualTo(before.firstName());
        after(new PasswordResetRequested(Shop.BO));
        assertThat(after(new PasswordChanged(Shop.BO, true))).isEqualTo(before.standing());
    }

    @Test
    void nothingComesBackAfterAnErasure() {
        after(new SuperuserGranted(Shop.BO));
        after(new UserErased(Shop.id(70), Shop.BO, List.of()));

        assertThat(after(new AccountActivated(Shop.BO)))
                .isEqualTo(new Standing(Status.DEACTIVATED, false, null, Origin.ORDINARY));
        after(new EmailChanged(Shop.BO, "bo@new.test"));
        assertThat(user().hasBeenErased()).isTrue();
    }

    private Standing after(LedgerEvent event) {
        history.then(event);
        return user().standing();
    }

    private User user() {
        return history.state().user(Shop.BO).orElseThrow();
    }
}
