package dev.flagledger.api.event;

import dev.flagledger.api.Personal;
import java.util.UUID;

/** The life of an account. */
public sealed interface UserEvent extends LedgerEvent {

    int userId();

    record UserRegistered(
            int userId,
            UUID uuid,
            @Personal String email,
            @Personal String firstName,
            @Personal String lastName) implements UserEvent {}

    record UserRenamed(
            int userId,
            @Personal String firstName,
            @Personal String lastName) implements UserEvent {}

    record UserLoggedIn(int userId) implements UserEvent {}

    /** Too many logins failed; those from where they came are refused for a while. */
    record UserLoginLocked(int userId) implements UserEvent {}

    record UserLoggedOut(int userId) implements UserEvent {}
}
