package dev.flagledger.command.user;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.CookieSettings;
import dev.flagledger.access.session.SessionRows;
import dev.flagledger.api.user.SessionCommand.EndSession;
import dev.flagledger.api.user.UserCommand.LogOut;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.FailedLogins;
import dev.flagledger.command.user.attempt.LoginFailures;
import dev.flagledger.command.user.attempt.LoginThrottle;
import dev.flagledger.command.user.attempt.LoginTurns;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.command.user.login.SessionCookies;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.UserTexts;
import dev.flagledger.contract.form.Form;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for login and logout. */
@RestController
class SessionController {

    private static final int MAX_EMAIL = 254;

    private final Accounts accounts;
    private final PasswordLogins passwords;
    private final LoginThrottle throttle;
    private final LoginTurns turns;
    private final FailedLogins failed;
    private final LoginFailures failures;
    private final Logins logins;
    private final SessionRows sessions;
    private final CookieSettings cookies;

    SessionController(
            Accounts accounts,
            PasswordLogins passwords,
            LoginThrottle throttle,
            LoginTurns turns,
            FailedLogins failed,
            LoginFailures failures,
            Logins logins,
            SessionRows sessions,
            CookieSettings cookies) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.turns = turns;
        this.failed = failed;
        this.failures = failures;
        this.logins = logins;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** All failures get the same answer, which must not reveal whether an account exists. */
    @PostMapping("/api/v1/auth/login")
    ResponseEntity<Map<String, Object>> logIn(CommandContext context, Form form) {
        passwords.requireAny();
        var request = context.attribution();
        throttle.admit(request.address());
        var email = form.raw("email").asString("").strip();
        var password = form.raw("password").asString("");
        // No account has an address this long, and it is not worth storing.
        if (email.length() > MAX_EMAIL) {
            throw refused();
        }
        var loggedIn = turns.in(() -> failed.guard(
                        email,
                        request.address(),
                        () -> passwords.prove(context, email, password),
                        count -> failures.report(email, request, count)))
                .orElseThrow(SessionController::refused);
        return logins.finish(context, loggedIn.account(), loggedIn.way()).answer();
    }

    /** A browser with a cookie ends only its session, and so does an application. With others all end: the token is the same everywhere. */
    @PostMapping("/api/v1/auth/logout")
    ResponseEntity<Void> logOut(CommandContext context) {
        var session = Caller.session();
        if (session == null || (!session.cookie() && session.application() == null)) {
            deleteToken(context);
            return ResponseEntity.noContent().build();
        }
        int user = user(context);
        var id = Objects.requireNonNull(session.id());
        context.send(new EndSession(user, id), () -> sessions.end(user, id));
        if (!session.cookie()) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookies.cleared(cookies).toString())
                .build();
    }

    @DeleteMapping("/api/v1/auth/token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteToken(CommandContext context) {
        int user = user(context);
        context.send(new LogOut(user), () -> accounts.logOut(user));
    }

    private static int user(CommandContext context) {
        return Objects.requireNonNull(context.actor().id());
    }

    private static InvalidInput refused() {
        return InvalidInput.whole(UserTexts.WRONG_CREDENTIALS);
    }
}
