package dev.flagledger.api.organisation;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.login.LoginPolicy;
import java.util.List;

/** Commands about what an organisation demands of logins, and about the mail domains that it owns. */
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

    /** Returns the owner of a domain's name. */
    static String ownerOf(int domainId) {
        return "mail-domain-" + domainId;
    }

    private static List<Claim> claims(int domainId, String name) {
        return List.of(new Claim(Claim.Kind.MAIL_DOMAIN, "", name, ownerOf(domainId)));
    }

    record ChangeLoginPolicy(int organisationId, LoginPolicy policy) implements LoginRuleCommand {}

    record AddDomain(int organisationId, int domainId, String name) implements LoginRuleCommand {}

    /** Says that the domain has the organisation's record, which the sender has seen. */
    record ProveDomain(int organisationId, int domainId, String name) implements LoginRuleCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return LoginRuleCommand.claims(domainId, name);
        }
    }

    /** Says that the organisation owns the domain, as the operator knows. */
    record VouchForDomain(int organisationId, int domainId, String name) implements LoginRuleCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return LoginRuleCommand.claims(domainId, name);
        }
    }

    /** Says that the domain has not the organisation's record any more, for which the server has looked. */
    record MissDomainRecord(int organisationId, int domainId) implements LoginRuleCommand {}

    /** Ends the proof of a domain whose record has been missing for too long. */
    record UnproveDomain(int organisationId, int domainId) implements LoginRuleCommand, Releasing {
        @Override
        public List<String> ended() {
            return List.of(ownerOf(domainId));
        }
    }

    record RemoveDomain(int organisationId, int domainId) implements LoginRuleCommand, Releasing {
        @Override
        public List<String> ended() {
            return List.of(ownerOf(domainId));
        }
    }
}
