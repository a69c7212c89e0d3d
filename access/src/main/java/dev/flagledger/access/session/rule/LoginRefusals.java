package dev.flagledger.access.session.rule;

import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which sessions have ended by a rule: those with a password where nobody may log in with one, and those that no organisation of the user
 * accepts. By the rules as they are now, whenever the user logged in.
 */
@Component
public final class LoginRefusals {

    private final History<Installation> history;
    private final AccountSettings settings;

    LoginRefusals(History<Installation> history, AccountSettings settings) {
        this.history = history;
        this.settings = settings;
    }

    /** Returns why a login of a user in this way counts no more, for the user; empty if it counts. */
    public Optional<String> of(int userId, LoginWay way) {
        if (settings.preventPasswords() && way.equals(LoginWay.EMAIL)) {
            return Optional.of(LoginRuleTexts.PASSWORDS_PREVENTED);
        }
        var installation = history.state();
        return LoginDemands.refused(installation, userId, way)
                ? Optional.of(LoginRuleTexts.refused(LoginDemands.named(installation, userId)))
                : Optional.empty();
    }
}
