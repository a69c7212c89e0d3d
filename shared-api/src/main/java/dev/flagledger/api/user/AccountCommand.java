package dev.flagledger.api.user;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.SelfContained;
import dev.flagledger.api.access.Scope;
import java.util.List;

/** Commands about what an account is. Passwords and the tokens of mails are stored by the sender, in the same transaction. */
public sealed interface AccountCommand extends UserCommand {

    /**
     * Records a new password.
     *
     * @param endsLinks whether the links of the account with identity providers end too
     */
    record ChangePassword(int userId, boolean byReset, boolean endsLinks) implements AccountCommand {

        /** A new password that leaves the links as they are. */
        public ChangePassword(int userId, boolean byReset) {
            this(userId, byReset, false);
        }
    }

    /** Records that a mail with which to reset the password was requested. */
    record RequestPasswordReset(int userId) implements AccountCommand {}

    /** Changes the address, which must be unused. */
    record ChangeEmail(int userId, String email) implements AccountCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return List.of(UserCommand.emailOf(aggregateId(), email));
        }
    }

    /** Activates an account that awaits it, by a mail; others are refused. */
    record ConfirmActivation(int userId) implements AccountCommand {}

    /** Changes whether an account may be used; a command of superusers. */
    record ChangeActive(int userId, boolean active) implements AccountCommand {
        @Override
        public Scope scope() {
            return new Scope.Everywhere();
        }
    }

    /** Changes whether a user is a superuser; a command of superusers. */
    record ChangeSuperuser(int userId, boolean superuser) implements AccountCommand, SelfContained {
        @Override
        public Scope scope() {
            return new Scope.Everywhere();
        }
    }

    /** Replaces what is known of the user's introduction. */
    record ChangeOnboarding(int userId, Onboarding onboarding) implements AccountCommand, SelfContained {}
}
