package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.USER;

import dev.flagledger.api.Personal;
import dev.flagledger.api.Subject;
import dev.flagledger.api.login.LoginWay;
import java.util.UUID;

/** Events of a user account. */
public sealed interface UserEvent extends LedgerEvent, OfSubject
        permits AccountEvent,
                LoginLinkEvent,
                FactorEvent,
                SessionEvent,
                UserEvent.UserRegistered,
                UserEvent.UserRenamed,
                UserEvent.UserLoggedIn,
                UserEvent.UserLoginFailed,
                UserEvent.UserLoginLocked,
                UserEvent.UserLoggedOut {

    int userId();

    @Override
    default Subject subject() {
        return Subject.user(userId());
    }

    record UserRegistered(
            int userId,
            UUID uuid,
            @Personal(USER) String email,
            @Personal(USER) String firstName,
            @Personal(USER) String lastName)
            implements UserEvent {
        @Override
        public boolean introducesSubject() {
            return true;
        }
    }

    record UserRenamed(
            int userId,
            @Personal(USER) String firstName,
            @Personal(USER) String lastName) implements UserEvent {}

    record UserLoggedIn(int userId, LoginWay way) implements UserEvent {}

    /**
     * A login failed: the password was wrong, or what an identity provider said does not let the user in. Recorded for accounts that exist,
     * up to the limit that locks.
     */
    record UserLoginFailed(int userId, LoginWay way) implements UserEvent {}

    /** Too many logins failed, and further ones from the same origin are rejected for some time. */
    record UserLoginLocked(int userId) implements UserEvent {}

    record UserLoggedOut(int userId) implements UserEvent {}
}
