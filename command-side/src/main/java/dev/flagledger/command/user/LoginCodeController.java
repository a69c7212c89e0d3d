package dev.flagledger.command.user;

import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.command.user.proof.CodeProof;
import dev.flagledger.command.user.proof.CodeProof.Outcome;
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

    private final CodeProof codes;
    private final Logins logins;

    LoginCodeController(CodeProof codes, Logins logins) {
        this.codes = codes;
        this.logins = logins;
    }

    @PostMapping("/api/v1/auth/login/code")
    ResponseEntity<Map<String, Object>> logIn(CommandContext context, Form form) {
        var token = form.text("ephemeral_token", MAX_TOKEN);
        var code = form.text("code", MAX_CODE);
        form.validate();
        return switch (codes.of(context, token, code)) {
            case Outcome.Right(var proven) ->
                logins.finishWithCode(context, proven.account(), proven.way()).answer();
            case Outcome.TooLate() -> refused(FactorTexts.INVALID_TOKEN);
            case Outcome.Wrong() -> refused(FactorTexts.INVALID_CODE);
        };
    }

    private static ResponseEntity<Map<String, Object>> refused(String problem) {
        return Unauthorized.of(Map.of("error", problem));
    }
}
