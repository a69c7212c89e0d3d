package dev.flagledger.command.user;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.Actor;
import dev.flagledger.api.user.UserCommand.LogIn;
import dev.flagledger.api.user.UserCommand.LogOut;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.UserTexts;
import dev.flagledger.contract.form.Form;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for login and logout. */
@RestController
class SessionController {

    private static final int MAX_EMAIL = 254;

    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final FailedLogins failed;
    private final LoginFailures failures;

    SessionController(Accounts accounts, LoginThrottle throttle, FailedLogins failed, LoginFailures failures) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.failed = failed;
        this.failures = failures;
    }

    /** All failures get the same answer, which must not reveal whether an account exists. */
    @PostMapping("/api/v1/auth/login")
    Map<String, String> logIn(CommandContext context, Form form) {
        var request = context.attribution();
        throttle.admit(request.address());
        var email = form.raw("email").asString("").strip();
        var password = form.raw("password").asString("");
        // No account has an address this long, and it is not worth storing.
        if (email.length() > MAX_EMAIL) {
            throw refused();
        }
        var loggedIn = failed.guard(
                        email,
                        request.address(),
                        () -> accounts.logIn(email, password),
                        count -> failures.report(email, request, count))
                .orElseThrow(SessionController::refused);
        var account = loggedIn.account();
        context.by(Actor.user(account.userId(), account.email())).send(new LogIn(account.userId()));
        return Map.of("key", loggedIn.token());
    }

    @PostMapping("/api/v1/auth/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(CommandContext context) {
        int user = Objects.requireNonNull(context.actor().id());
        context.send(new LogOut(user), () -> accounts.logOut(user));
    }

    @DeleteMapping("/api/v1/auth/token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteToken(CommandContext context) {
        logOut(context);
    }

    private static InvalidInput refused() {
        return InvalidInput.whole(UserTexts.WRONG_CREDENTIALS);
    }
}
