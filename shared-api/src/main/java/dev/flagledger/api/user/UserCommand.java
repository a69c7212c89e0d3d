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
public sealed interface UserCommand extends LedgerCommand {

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

    record RegisterUser(int userId, UUID uuid, String email, String firstName, String lastName)
            implements UserCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return List.of(new Claim(Claim.Kind.EMAIL, "", email.toLowerCase(Locale.ROOT), aggregateId()));
        }
    }

    record RenameUser(int userId, String firstName, String lastName) implements UserCommand, SelfContained {}

    record LogIn(int userId, LoginWay way) implements UserCommand, SelfContained {}

    /** Records that a login failed. */
    record FailLogin(int userId) implements UserCommand, SelfContained {}

    /** Records that too many logins failed and that further ones from the same origin are rejected for some time. */
    record LockLogin(int userId) implements UserCommand, SelfContained {}

    record LogOut(int userId) implements UserCommand {}
}
