package dev.flagledger.api.event;

/** Events of the second factor of a user. Neither its secret nor a code is part of them. */
public sealed interface FactorEvent extends UserEvent {

    /** The user proved to have the secret; logins ask for a code from now on. */
    record SecondFactorActivated(int userId) implements FactorEvent {}

    record SecondFactorDeactivated(int userId) implements FactorEvent {}

    /** A login was refused after a right password, since the code was wrong or had been used. */
    record SecondFactorFailed(int userId) implements FactorEvent {}

    /** A login used up one of the backup codes. */
    record BackupCodeUsed(int userId) implements FactorEvent {}
}
