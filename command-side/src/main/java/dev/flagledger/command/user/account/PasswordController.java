package dev.flagledger.command.user.account;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.user.AccountCommand.ChangePassword;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.CurrentPassword;
import dev.flagledger.command.user.password.NewPassword;
import dev.flagledger.contract.form.Form;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint by which users change their password. */
@RestController
class PasswordController {

    private final Accounts accounts;
    private final AccountChanges changes;
    private final CurrentPassword current;

    PasswordController(Accounts accounts, AccountChanges changes, CurrentPassword current) {
        this.accounts = accounts;
        this.changes = changes;
        this.current = current;
    }

    /** Ends the user's token too: whoever has it, perhaps by theft, has to log in again. */
    @PostMapping("/api/v1/auth/users/set_password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(CommandContext context, Form form) {
        var user = context.access().account();
        // A missing one is reported together with the other fields.
        form.secret(CurrentPassword.FIELD, NewPassword.MAX_LENGTH);
        var wanted = NewPassword.of(form);
        current.require(context, form);
        wanted.requireUnlike(user);
        var hash = accounts.hash(wanted.text());
        context.send(new ChangePassword(user.id(), false), () -> changes.changePassword(user.id(), hash));
    }
}
