package dev.flagledger.command.user;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.user.Enrolment;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.AccessTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whether people may register and log in with a password, and what their accounts begin as. */
@Component
public class SignUp {

    private final AccountSettings settings;
    private final AccountChanges changes;
    private final Activation activation;

    SignUp(AccountSettings settings, AccountChanges changes, Activation activation) {
        this.settings = settings;
        this.changes = changes;
        this.activation = activation;
    }

    /** Requires that people may register; the refusal is Flagsmith's. */
    void requireOpen() {
        if (settings.preventSignup()) {
            throw Refusal.detail(HttpStatus.UNAUTHORIZED, AccessTexts.UNAUTHENTICATED);
        }
        requirePasswords();
    }

    /** Requires that people may have a password. */
    private void requirePasswords() {
        if (settings.preventPasswords()) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }

    /** Returns what a new account begins as. A superuser needs no mail, since nobody could help if it did not come. */
    Enrolment enrolment(boolean superuser) {
        if (superuser) {
            return Enrolment.SUPERUSER;
        }
        return activation.isRequired() ? Enrolment.AWAITING_ACTIVATION : Enrolment.ACTIVE;
    }

    /** Completes what {@link dev.flagledger.access.secret.Accounts#open} began, in the same transaction. */
    void opened(RegisterUser user) {
        if (user.enrolment() == Enrolment.AWAITING_ACTIVATION) {
            changes.changeActive(user.userId(), false);
            activation.mail(new Account(user.userId(), user.email()));
        }
    }
}
