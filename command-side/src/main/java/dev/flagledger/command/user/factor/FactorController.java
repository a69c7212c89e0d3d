package dev.flagledger.command.user.factor;

import dev.flagledger.access.factor.FactorState;
import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.SessionRows;
import dev.flagledger.access.session.UserSession;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.FactorCommand.ActivateFactor;
import dev.flagledger.api.user.FactorCommand.DeactivateFactor;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.CodeAttempts;
import dev.flagledger.command.user.attempt.CodeThrottle;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.FactorTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.organisation.User;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that set up and remove the caller's second factor: an app that shows codes. */
@RestController
@RequestMapping("/api/v1/auth/app")
class FactorController {

    private static final int MAX_CODE = 50;

    private final SecondFactors factors;
    private final CodeThrottle throttle;
    private final CodeAttempts attempts;
    private final SessionRows sessions;

    FactorController(SecondFactors factors, CodeThrottle throttle, CodeAttempts attempts, SessionRows sessions) {
        this.factors = factors;
        this.throttle = throttle;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    @PostMapping("/activate")
    SecretView begin(CommandContext context) {
        var user = user(context);
        if (factors.stateOf(user.id()) == FactorState.ACTIVE) {
            throw error(FactorTexts.ACTIVE);
        }
        return SecretView.of(user.email(), factors.begin(user.id()));
    }

    @PostMapping("/activate/confirm")
    Map<String, List<String>> activate(CommandContext context, Form form) {
        int user = user(context).id();
        var code = form.text("code", MAX_CODE);
        form.validate();
        switch (factors.stateOf(user)) {
            case NONE -> throw wrong(FactorTexts.UNKNOWN);
            case ACTIVE -> throw wrong(FactorTexts.ACTIVE);
            case PENDING -> {}
        }
        long step = factors.stepOf(user, code).orElseThrow(() -> wrong(FactorTexts.WRONG_CODE));
        var backupCodes = factors.drawBackupCodes();
        context.send(new ActivateFactor(user), () -> {
            if (!factors.activate(user, step, backupCodes)) {
                throw wrong(FactorTexts.ACTIVE);
            }
        });
        return Map.of("backup_codes", backupCodes);
    }

    @PostMapping("/deactivate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(CommandContext context, Form form) {
        int user = user(context).id();
        var code = form.textOrNull("code", MAX_CODE, null);
        form.validate();
        switch (factors.stateOf(user)) {
            case NONE -> throw error(FactorTexts.UNKNOWN);
            case PENDING -> throw error(FactorTexts.INACTIVE);
            case ACTIVE -> {
                requireShown(context, user, code);
                context.send(new DeactivateFactor(user), () -> factors.remove(user));
            }
        }
    }

    /**
     * Whoever never had to show the factor must not take it from the account's owner: since an organisation dispensed with it, or since a
     * provider let them in before there was one. A code with the request shows it too.
     */
    private void requireShown(CommandContext context, int user, @Nullable String code) {
        if (code == null && !hasShown(Caller.session())) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, FactorTexts.NOT_SHOWN);
        }
        if (code != null) {
            throttle.admit(context.attribution().address());
            if (attempts.acceptForRemoval(context, user, code).isEmpty()) {
                throw wrong(FactorTexts.WRONG_CODE);
            }
        }
    }

    /**
     * Of logins with a password all that followed have shown a code, and the dashboard goes on with the token that activated the factor.
     */
    private boolean hasShown(@Nullable UserSession session) {
        return session == null
                || (session.way().equals(LoginWay.EMAIL)
                        ? !session.withoutCode()
                        : sessions.hasShownCode(Objects.requireNonNull(session.id())));
    }

    private static User user(CommandContext context) {
        return context.access().account();
    }

    private static InvalidInput error(String problem) {
        return InvalidInput.fields(Map.of("error", problem));
    }

    private static InvalidInput wrong(String problem) {
        return InvalidInput.fields(Map.of("code", List.of(problem)));
    }
}
