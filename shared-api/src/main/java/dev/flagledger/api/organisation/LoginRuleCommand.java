package dev.flagledger.api.organisation;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.login.LoginPolicy;

/** Commands about what an organisation demands of logins. */
public sealed interface LoginRuleCommand extends LedgerCommand {

    int organisationId();

    @Override
    default String aggregateId() {
        return OrganisationCommand.streamOf(organisationId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfOrganisation(organisationId());
    }

    record ChangeLoginPolicy(int organisationId, LoginPolicy policy) implements LoginRuleCommand {}
}
