package dev.flagledger.command.user;

import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.factor.SecondFactors.Accepted;
import dev.flagledger.access.session.EphemeralTokens;
import dev.flagledger.access.session.EphemeralTokens.Waiting;
import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.user.FactorCommand.FailCode;
import dev.flagledger.api.user.FactorCommand.UseBackupCode;
import dev.flagledger.api.user.UserCommand.LockLogin;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.CodeThrottle;
import dev.flagledger.command.user.attempt.FailedLogins;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.contract.error.Unauthorized;
import dev.flagledger.contract.error.text.access.FactorTexts;
import dev.flagledger.contract.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoint of the second step of a login. Wrong codes of a user lock this step like wrong passwords lock the first, from
 * whatever address they come: only who knows the password gets here.
 */
@RestController
class LoginCodeController {

    private static final int MAX_TOKEN = 200;
    private static final int MAX_CODE = 50;

    private final EphemeralTokens ephemeral;
    private final SecondFactors factors;
    private final CodeThrottle throttle;
    private final FailedLogins failed;
    private final Logins logins;

    LoginCodeController(
            EphemeralTokens ephemeral,
            SecondFactors factors,
            CodeThrottle throttle,
            FailedLogins failed,
            Logins logins) {
        this.ephemeral = ephemeral;
        this.factors = factors;
        this.throttle = throttle;
        this.failed = failed;
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
        var accepted = accept(context, waiting.get(), code);
        if (accepted.isEmpty()) {
            return refused(FactorTexts.INVALID_CODE);
        }
        var account = waiting.get().account();
        if (accepted.get() == Accepted.BY_BACKUP_CODE) {
            context.by(Actor.user(account.userId(), account.email())).send(new UseBackupCode(account.userId()));
        }
        return logins.finishWithCode(context, account, waiting.get().way()).answer();
    }

    private Optional<Accepted> accept(CommandContext context, Waiting waiting, String code) {
        int user = waiting.account().userId();
        return failed.guard(
                "second factor of " + user,
                null,
                () -> factors.accept(user, code),
                count -> context.sendTogether(failure(user, count)));
    }

    private static List<LedgerCommand> failure(int user, int count) {
        return count == FailedLogins.LIMIT
                ? List.of(new FailCode(user), new LockLogin(user))
                : List.of(new FailCode(user));
    }

    private static ResponseEntity<Map<String, Object>> refused(String problem) {
        return Unauthorized.of(Map.of("error", problem));
    }
}
