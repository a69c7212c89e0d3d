package dev.flagledger.command.user.attempt;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.password.NewPassword;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks users for their password again before what a stolen token must not suffice for. Wrong ones count as failed logins, so that it
 * cannot be guessed here either; once these lock, the right one is refused too.
 */
@Component
public class CurrentPassword {

    /** The name of the field. */
    public static final String FIELD = "current_password";

    private final Accounts accounts;
    private final FailedLogins failed;
    private final LoginFailures failures;

    CurrentPassword(Accounts accounts, FailedLogins failed, LoginFailures failures) {
        this.accounts = accounts;
        this.failed = failed;
        this.failures = failures;
    }

    /** Whether the caller has a password to be asked for. */
    public boolean exists(CommandContext context) {
        return accounts.hasPassword(context.access().account().id());
    }

    /**
     * Requires that the form has the caller's password, after all other fields have been read.
     *
     * @throws InvalidInput if it does not, or has other errors
     */
    public void require(CommandContext context, Form form) {
        var given = form.secret(FIELD, NewPassword.MAX_LENGTH);
        form.validate();
        var user = context.access().account();
        var request = context.attribution();
        var verified = failed.guard(
                user.email(),
                request.address(),
                () -> Optional.of(given).filter(password -> accounts.matches(user.id(), password)),
                count -> failures.report(user.email(), request, count));
        if (verified.isEmpty()) {
            throw InvalidInput.fields(Map.of(FIELD, List.of(UserTexts.INVALID_PASSWORD)));
        }
    }
}
