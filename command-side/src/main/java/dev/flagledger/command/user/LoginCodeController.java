package dev.flagledger.command.user;

import dev.flagledger.access.factor.SecondFactors.Accepted;
import dev.flagledger.access.session.EphemeralTokens;
import dev.flagledger.api.Actor;
import dev.flagledger.api.user.FactorCommand.UseBackupCode;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.CodeAttempts;
import dev.flagledger.command.user.attempt.CodeThrottle;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.contract.error.Unauthorized;
import dev.flagledger.contract.error.text.access.FactorTexts;
import dev.flagledger.contract.form.Form;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint of the second step of a login. */
@RestController
class LoginCodeController {

    private static final int MAX_TOKEN = 200;
    private static final int MAX_CODE = 50;

    private final EphemeralTokens ephemeral;
    private final CodeThrottle throttle;
    private final CodeAttempts attempts;
    private final Logins logins;

    LoginCodeController(EphemeralTokens ephemeral, CodeThrottle throttle, CodeAttempts attempts, Logins logins) {
        this.ephemeral = ephemeral;
        this.throttle = throttle;
        this.attempts = attempts;
        this.logins = logins;
    }

    @PostMapping("/api/v1/auth/login/code")
    ResponseEntity<Map<String, Object>> logIn(CommandContext context, Form form) {
        throttle.admit(context.attribution().address());
        var token = form.text("ephemeral_token", MAX_TOKEN);
        var code = form.text("code", MAX_CODE);
        form.validate();
        var waiting = ephemeral.read(token);
        if (waiting.isEmpty()) {
            return refused(FactorTexts.INVALID_TOKEN);
        }
        var accepted = attempts.accept(context, waiting.get().account().userId(), code);
        if (accepted.isEmpty()) {
            return refused(FactorTexts.INVALID_CODE);
        }
        var account = waiting.get().account();
        if (accepted.get() == Accepted.BY_BACKUP_CODE) {
            context.by(Actor.user(account.userId(), account.email())).send(new UseBackupCode(account.userId()));
        }
        return logins.finishWithCode(context, account, waiting.get().way()).answer();
    }

    private static ResponseEntity<Map<String, Object>> refused(String problem) {
        return Unauthorized.of(Map.of("error", problem));
    }
}
