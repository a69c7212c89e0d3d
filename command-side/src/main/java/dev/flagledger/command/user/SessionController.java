package dev.flagledger.command.user;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.CookieSettings;
import dev.flagledger.access.session.SessionRows;
import dev.flagledger.api.user.SessionCommand.EndSession;
import dev.flagledger.api.user.UserCommand.LogOut;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.command.user.login.SessionCookies;
import dev.flagledger.command.user.proof.PasswordProof;
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

    private final Accounts accounts;
    private final PasswordProof passwords;
    private final Logins logins;
    private final SessionRows sessions;
    private final CookieSettings cookies;

    SessionController(
            Accounts accounts, PasswordProof passwords, Logins logins, SessionRows sessions, CookieSettings cookies) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.logins = logins;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @PostMapping("/api/v1/auth/login")
    ResponseEntity<Map<String, Object>> logIn(CommandContext context, Form form) {
        var email = form.raw("email").asString("").strip();
        var password = form.raw("password").asString("");
        var proven = passwords.of(context, email, password);
        return logins.finish(context, proven.account(), proven.way()).answer();
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
}
