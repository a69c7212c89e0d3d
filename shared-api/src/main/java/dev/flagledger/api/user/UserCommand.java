package dev.flagledger.api.user;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.SelfContained;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.login.LoginWay;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Commands about a user account. */
public sealed interface UserCommand extends LedgerCommand
        permits AccountCommand,
                UserCommand.RegisterUser,
                UserCommand.RenameUser,
                UserCommand.LogIn,
                UserCommand.FailLogin,
                UserCommand.LockLogin,
                UserCommand.LogOut {

    int userId();

    @Override
    default String aggregateId() {
        return streamOf(userId());
    }

    /** Returns the stream of one user. */
    static String streamOf(int userId) {
        return "user-" + userId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfUser(userId());
    }

    /** Opens an account. As a superuser, only if there never was another account. */
    record RegisterUser(
            int userId, UUID uuid, String email, String firstName, String lastName, Enrolment enrolment, Origin origin)
            implements UserCommand, Claiming {

        /** An account that somebody opens who was not invited. */
        public RegisterUser(
                int userId, UUID uuid, String email, String firstName, String lastName, Enrolment enrolment) {
            this(userId, uuid, email, firstName, lastName, enrolment, Origin.ORDINARY);
        }

        /** An account that may be used at once. */
        public RegisterUser(int userId, UUID uuid, String email, String firstName, String lastName) {
            this(userId, uuid, email, firstName, lastName, Enrolment.ACTIVE);
        }

        @Override
        public List<Claim> claims() {
            var address = emailOf(aggregateId(), email);
            return enrolment == Enrolment.SUPERUSER ? List.of(address, first()) : List.of(address);
        }

        @Override
        public List<Claim> claimsIfFree() {
            return enrolment == Enrolment.SUPERUSER ? List.of() : List.of(first());
        }

        private Claim first() {
            return new Claim(Claim.Kind.FIRST_USER, "", "", aggregateId());
        }
    }

    record RenameUser(int userId, String firstName, String lastName) implements UserCommand, SelfContained {}

    record LogIn(int userId, LoginWay way) implements UserCommand, SelfContained {}

    /** Records that a login failed. */
    record FailLogin(int userId, LoginWay way) implements UserCommand, SelfContained {
        /** A login with a password. */
        public FailLogin(int userId) {
            this(userId, LoginWay.EMAIL);
        }
    }

    /** Records that too many logins failed and that further ones from the same origin are rejected for some time. */
    record LockLogin(int userId) implements UserCommand, SelfContained {}

    record LogOut(int userId) implements UserCommand {}

    /** Returns the claim of an account's address. */
    static Claim emailOf(String owner, String email) {
        return new Claim(Claim.Kind.EMAIL, "", email.toLowerCase(Locale.ROOT), owner);
    }
}
