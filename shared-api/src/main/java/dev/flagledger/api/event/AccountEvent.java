package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.USER;

import dev.flagledger.api.Personal;
import dev.flagledger.api.user.Onboarding;
import dev.flagledger.api.user.Origin;

/** Events of what an account is: its password, its address, and whether it may be used. */
public sealed interface AccountEvent extends UserEvent {

    /** {@code byReset} if the user proved who they are by a mail and not by the previous password. */
    record PasswordChanged(int userId, boolean byReset) implements AccountEvent {}

    /** A mail was sent, or would have been, with which the user can set a new password. */
    record PasswordResetRequested(int userId) implements AccountEvent {}

    record EmailChanged(int userId, @Personal(USER) String email) implements AccountEvent {}

    /** How the account was opened. Recorded with its registration, unless that was {@link Origin#ORDINARY}. */
    record OriginRecorded(int userId, Origin origin) implements AccountEvent {}

    /** The account cannot be used until the user has confirmed the address. */
    record ActivationAwaited(int userId) implements AccountEvent {}

    /** The user has confirmed the address, or a superuser allows the account to be used again. */
    record AccountActivated(int userId) implements AccountEvent {}

    /** A superuser forbids the use of the account. */
    record AccountDeactivated(int userId) implements AccountEvent {}

    /** The user administers the accounts of the installation from now on. */
    record SuperuserGranted(int userId) implements AccountEvent {}

    record SuperuserRevoked(int userId) implements AccountEvent {}

    record OnboardingChanged(int userId, Onboarding onboarding) implements AccountEvent {}
}
