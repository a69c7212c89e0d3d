package dev.flagledger.command.user.account;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.mail.Mails;
import dev.flagledger.access.session.rule.LoginDemands;
import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.user.AccountCommand.ChangeEmail;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.CurrentPassword;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.form.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint by which users change their e-mail address. */
@RestController
class EmailController {

    private static final int MAX_EMAIL = 254;

    private static final String SUBJECT = "Your e-mail address was changed";
    private static final String TEXT = """
            Hello,

            the e-mail address of your account was changed. It was this one until now; mails go to the new one from now on.

            If it was not you, tell those who administer the server at once.
            """;

    private final AccountChanges changes;
    private final CurrentPassword current;
    private final Mails mails;

    EmailController(AccountChanges changes, CurrentPassword current, Mails mails) {
        this.changes = changes;
        this.current = current;
        this.mails = mails;
    }

    /** Ends the user's token too, as a new password does. */
    @PostMapping("/api/v1/auth/users/set_email")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(CommandContext context, Form form) {
        var email = form.email("new_email", MAX_EMAIL).toLowerCase(Locale.ROOT);
        current.require(context, form);
        var user = context.access().account();
        if (user.email().equals(email)) {
            return;
        }
        if (LoginDemands.keepDomain(context.installation(), user.id(), email)) {
            throw InvalidInput.fields(Map.of("new_email", List.of(LoginRuleTexts.DOMAIN_KEPT)));
        }
        try {
            context.send(new ChangeEmail(user.id(), email), () -> {
                changes.changeEmail(user.id(), email);
                mails.queue(user.email(), SUBJECT, TEXT);
            });
        } catch (Rejected e) {
            throw e.rejection().equals(new Rejection.Taken(Claim.Kind.EMAIL)) ? taken() : e;
        }
    }

    private static InvalidInput taken() {
        return InvalidInput.fields(Map.of("new_email", List.of(UserTexts.EMAIL_TAKEN)));
    }
}
