package dev.flagledger.engine.state.organisation;

import dev.flagledger.api.event.LoginRuleEvent;
import dev.flagledger.api.event.LoginRuleEvent.DomainAdded;
import dev.flagledger.api.event.LoginRuleEvent.DomainProven;
import dev.flagledger.api.event.LoginRuleEvent.DomainRecordMissed;
import dev.flagledger.api.event.LoginRuleEvent.DomainRemoved;
import dev.flagledger.api.event.LoginRuleEvent.DomainUnproven;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import java.time.Instant;

/** Folds events into the login rules of an organisation. */
final class LoginRuleFold {

    private LoginRuleFold() {}

    static OrganisationAccess evolve(OrganisationAccess before, LoginRuleEvent event, Instant at) {
        var rules = before.loginRules();
        var domains = rules.domains();
        return before.with(
                switch (event) {
                    case LoginPolicyChanged e -> rules.with(e.policy());
                    case DomainAdded e -> rules.with(domains.with(e.domainId(), e.name()));
                    case DomainProven e -> rules.with(domains.proven(e.domainId(), e.proof(), at));
                    case DomainRecordMissed e -> rules.with(domains.missing(e.domainId(), at));
                    case DomainUnproven e -> rules.with(domains.unproven(e.domainId()));
                    case DomainRemoved e -> rules.with(domains.without(e.domainId()));
                });
    }
}
