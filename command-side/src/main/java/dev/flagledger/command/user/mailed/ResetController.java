package dev.flagledger.command.user.mailed;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.Actor;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.LoginThrottle;
import dev.flagledger.command.user.password.NewPassword;
import dev.flagledger.contract.form.Form;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for users who have lost their password; open to everyone. */
@RestController
@RequestMapping("/api/v1/auth/users")
class ResetController {

    private static final int MAX_EMAIL = 254;

    private final PasswordResets resets;
    private final Unobserved unobserved;
    private final LoginThrottle throttle;
    private final Accounts accounts;

    ResetController(PasswordResets resets, Unobserved unobserved, LoginThrottle throttle, Accounts accounts) {
        this.resets = resets;
        this.unobserved = unobserved;
        this.throttle = throttle;
        this.accounts = accounts;
    }

    /** The response must not reveal whether an account exists, neither by what it is nor by when it comes. */
    @PostMapping("/reset_password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void request(CommandContext context, Form form) {
        var email = form.email("email", MAX_EMAIL);
        form.validate();
        var request = context.attribution();
        throttle.admit(request.address());
        unobserved.later(() -> resets.mail(email, request));
    }

    @PostMapping("/reset_password_confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(CommandContext context, Form form) {
        var fields = MailedUser.Fields.of(form);
        var password = NewPassword.of(form);
        var mailed = fields.in(context.installation());
        if (!resets.isValid(mailed)) {
            throw MailedUser.wrongToken();
        }
        var user = mailed.user();
        password.requireUnlike(user);
        var hash = accounts.hash(password.text());
        resets.reset(context.by(Actor.user(user.id(), user.email())), mailed, hash);
    }
}
