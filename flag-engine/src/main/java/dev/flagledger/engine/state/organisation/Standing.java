package dev.flagledger.engine.state.organisation;

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
import dev.flagledger.api.user.Onboarding;
import dev.flagledger.api.user.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What an account may be used for.
 *
 * @param superuser whether the user administers the installation
 * @param onboarding null before the first change
 * @param origin how the account was opened
 */
public record Standing(
        Status status, boolean superuser, @Nullable Onboarding onboarding, Origin origin) {

    /** An account as most begin. */
    public static final Standing ORDINARY = new Standing(Status.ACTIVE, false, null, Origin.ORDINARY);

    /** Whether an account may be used. */
    public enum Status {
        ACTIVE,
        /** Not until the user has confirmed the address. */
        AWAITING_ACTIVATION,
        /** Not until a superuser allows it again. */
        DEACTIVATED
    }

    /** Returns whether the account may be used. */
    public boolean active() {
        return status == Status.ACTIVE;
    }

    /** Returns the standing after an event of the account. */
    public Standing evolve(AccountEvent event) {
        return switch (event) {
            case ActivationAwaited _ -> with(Status.AWAITING_ACTIVATION);
            case AccountActivated _ -> with(Status.ACTIVE);
            case AccountDeactivated _ -> with(Status.DEACTIVATED);
            case SuperuserGranted _ -> new Standing(status, true, onboarding, origin);
            case SuperuserRevoked _ -> new Standing(status, false, onboarding, origin);
            case OnboardingChanged e -> new Standing(status, superuser, e.onboarding(), origin);
            case OriginRecorded e -> new Standing(status, superuser, onboarding, e.origin());
            case PasswordChanged _, PasswordResetRequested _, EmailChanged _ -> this;
        };
    }

    /** Returns the standing of an account that is gone. */
    Standing erased() {
        return new Standing(Status.DEACTIVATED, false, null, origin);
    }

    private Standing with(Status changed) {
        return new Standing(changed, superuser, onboarding, origin);
    }
}
