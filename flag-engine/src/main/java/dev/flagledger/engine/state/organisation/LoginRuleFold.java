package dev.flagledger.engine.state.organisation;

import dev.flagledger.api.event.LoginRuleEvent;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.engine.state.organisation.login.LoginRules;

/** Folds events into the login rules of an organisation. */
final class LoginRuleFold {

    private LoginRuleFold() {}

    static OrganisationAccess evolve(OrganisationAccess before, LoginRuleEvent event) {
        return switch (event) {
            case LoginPolicyChanged e -> before.with(new LoginRules(e.policy()));
        };
    }
}
