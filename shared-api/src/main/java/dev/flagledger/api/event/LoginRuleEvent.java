package dev.flagledger.api.event;

import dev.flagledger.api.login.LoginPolicy;

/** Events of what an organisation demands of logins. */
public sealed interface LoginRuleEvent extends OrganisationEvent {

    record LoginPolicyChanged(int organisationId, LoginPolicy policy) implements LoginRuleEvent {}
}
