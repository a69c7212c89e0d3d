package dev.flagledger.api.event;

import dev.flagledger.api.login.DomainProof;
import dev.flagledger.api.login.LoginPolicy;

/** Events of what an organisation demands of logins, and of the mail domains that it owns. */
public sealed interface LoginRuleEvent extends OrganisationEvent {

    record LoginPolicyChanged(int organisationId, LoginPolicy policy) implements LoginRuleEvent {}

    /** The organisation says that it owns a mail domain, in lower case. It counts for nothing until that is proven. */
    record DomainAdded(int organisationId, int domainId, String name) implements LoginRuleEvent {}

    /** It is proven that the organisation owns the domain. No other one does until it is removed. */
    record DomainProven(int organisationId, int domainId, DomainProof proof) implements LoginRuleEvent {}

    /** The record that proved the domain is not there any more. It counts as proven for some time yet. */
    record DomainRecordMissed(int organisationId, int domainId) implements LoginRuleEvent {}

    /** The record was missing for too long: it is not proven any more that the organisation owns the domain. */
    record DomainUnproven(int organisationId, int domainId) implements LoginRuleEvent {}

    record DomainRemoved(int organisationId, int domainId) implements LoginRuleEvent {}
}
