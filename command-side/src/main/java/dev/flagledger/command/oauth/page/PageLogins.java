package dev.flagledger.command.oauth.page;

import dev.flagledger.access.factor.FactorState;
import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.session.Consenting;
import dev.flagledger.access.session.rule.LoginDemands;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.login.Logins;
import dev.flagledger.command.user.login.SingleLogin;
import dev.flagledger.command.user.proof.CodeProof;
import dev.flagledger.command.user.proof.CodeProof.Outcome;
import dev.flagledger.command.user.proof.PasswordProof;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.FactorTexts;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.contract.form.Form;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Logins on the page, under the same limits and rules as others. */
@Component
class PageLogins {

    /** The person knows of no token. */
    private static final String TOO_LATE = "The code came too late. Log in again.";

    private final PasswordProof passwords;
    private final CodeProof codes;
    private final Logins logins;
    private final SecondFactors factors;

    PageLogins(PasswordProof passwords, CodeProof codes, Logins logins, SecondFactors factors) {
        this.passwords = passwords;
        this.codes = codes;
        this.logins = logins;
        this.factors = factors;
    }

    /** Returns whether anybody can log in on the page. */
    boolean possible() {
        return passwords.possible();
    }

    /**
     * Returns how far the person has got who sent the form.
     *
     * @throws dev.flagledger.contract.error.Throttled if there were too many attempts
     */
    Step next(CommandContext context, Form form) {
        var token = text(form, "ephemeral_token");
        try {
            return token.isEmpty() ? byPassword(context, form) : byCode(context, token, text(form, "code"));
        } catch (InvalidInput e) {
            return new Step.Password(problem(e.body()));
        }
    }

    private Step byPassword(CommandContext context, Form form) {
        var proven = passwords.of(context, text(form, "email").strip(), text(form, "password"));
        return switch (logins.once(context, proven.account(), proven.way())) {
            case SingleLogin.CodeAsked(var token) -> new Step.Code(token, "");
            case SingleLogin.Done done -> demanded(context, done);
        };
    }

    private Step byCode(CommandContext context, String token, String code) {
        return switch (codes.of(context, token, code.strip())) {
            case Outcome.Right(var proven) ->
                demanded(context, logins.onceWithCode(context, proven.account(), proven.way()));
            case Outcome.TooLate() -> new Step.Password(TOO_LATE);
            case Outcome.Wrong() -> new Step.Code(token, FactorTexts.INVALID_CODE);
        };
    }

    /** Who has to set up a second factor first may not do this in a session either. */
    private Step demanded(CommandContext context, SingleLogin.Done login) {
        int user = login.account().userId();
        if (factors.stateOf(user) != FactorState.ACTIVE
                && LoginDemands.secondFactor(context.installation(), user, login.way())) {
            return new Step.Password(LoginRuleTexts.SECOND_FACTOR_NEEDED);
        }
        return new Step.Proven(
                login.account(), new Consenting(user, null, null, login.way(), login.code() == LoginCode.DISPENSED));
    }

    private static String text(Form form, String field) {
        return form.raw(field).asString("");
    }

    private static String problem(Object body) {
        return switch (body) {
            case Map<?, ?> fields -> problem(List.copyOf(fields.values()));
            case List<?> all -> all.stream().map(PageLogins::problem).collect(Collectors.joining(" "));
            default -> body.toString();
        };
    }
}
