package dev.flagledger.command.organisation.login;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Full.Limit;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.LoginRuleEvent;
import dev.flagledger.api.event.LoginRuleEvent.DomainAdded;
import dev.flagledger.api.event.LoginRuleEvent.DomainProven;
import dev.flagledger.api.event.LoginRuleEvent.DomainRecordMissed;
import dev.flagledger.api.event.LoginRuleEvent.DomainRemoved;
import dev.flagledger.api.event.LoginRuleEvent.DomainUnproven;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.login.DomainProof;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.organisation.LoginRuleCommand.AddDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.ChangeLoginPolicy;
import dev.flagledger.api.organisation.LoginRuleCommand.MissDomainRecord;
import dev.flagledger.api.organisation.LoginRuleCommand.ProveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.RemoveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.UnproveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.VouchForDomain;
import dev.flagledger.engine.state.project.Limits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The ways in which members of an organisation may log in, and the mail domains that it owns, as part of its aggregate. */
public final class OrganisationLogins {

    private LoginPolicy policy = LoginPolicy.OPEN;
    private final TreeMap<Integer, String> domains = new TreeMap<>();
    private final Map<Integer, DomainProof> proven = new HashMap<>();
    private final Set<Integer> missing = new HashSet<>();

    /** Domains that the policy names already may remain, however they came in. */
    @CommandHandler
    void handle(ChangeLoginPolicy command) {
        if (command.policy().domains().stream()
                .map(LoginPolicy.Domain::name)
                .anyMatch(name -> !names(name) && !owns(name))) {
            throw rejected(Rule.DOMAIN_UNPROVEN);
        }
        if (!command.policy().equals(policy)) {
            apply(new LoginPolicyChanged(command.organisationId(), command.policy()));
        }
    }

    @CommandHandler
    void handle(AddDomain command) {
        if (domains.containsValue(command.name())) {
            throw rejected(Rule.DOMAIN_LISTED);
        }
        if (domains.size() >= Limits.MAIL_DOMAINS) {
            throw new Rejected(new Rejection.Full(Limit.MAIL_DOMAINS));
        }
        apply(new DomainAdded(command.organisationId(), command.domainId(), command.name()));
    }

    @CommandHandler
    void handle(ProveDomain command) {
        prove(command.organisationId(), command.domainId(), command.name(), DomainProof.DNS);
    }

    @CommandHandler
    void handle(VouchForDomain command) {
        prove(command.organisationId(), command.domainId(), command.name(), DomainProof.SUPERUSER);
    }

    /** Only what a record proved depends on it. */
    @CommandHandler
    void handle(MissDomainRecord command) {
        int id = command.domainId();
        if (proven.get(id) == DomainProof.DNS && !missing.contains(id)) {
            apply(new DomainRecordMissed(command.organisationId(), id));
        }
    }

    /** Rejected if the record has been found since, so that its name is not released. */
    @CommandHandler
    void handle(UnproveDomain command) {
        if (!missing.contains(command.domainId())) {
            throw missing();
        }
        apply(new DomainUnproven(command.organisationId(), command.domainId()));
    }

    @CommandHandler
    void handle(RemoveDomain command) {
        if (names(domain(command.domainId()))) {
            throw rejected(Rule.DOMAIN_NAMED);
        }
        apply(new DomainRemoved(command.organisationId(), command.domainId()));
    }

    @EventSourcingHandler
    void evolve(LoginRuleEvent event) {
        switch (event) {
            case LoginPolicyChanged e -> policy = e.policy();
            case DomainAdded e -> domains.put(e.domainId(), e.name());
            case DomainProven e -> {
                proven.put(e.domainId(), e.proof());
                missing.remove(e.domainId());
            }
            case DomainRecordMissed e -> missing.add(e.domainId());
            case DomainUnproven e -> forget(e.domainId());
            case DomainRemoved e -> {
                domains.remove(e.domainId());
                forget(e.domainId());
            }
        }
    }

    private void forget(int domainId) {
        proven.remove(domainId);
        missing.remove(domainId);
    }

    /** The name was claimed, so it has to be that of the domain. */
    private void prove(int organisationId, int domainId, String name, DomainProof proof) {
        if (!domain(domainId).equals(name)) {
            throw missing();
        }
        if (!proven.containsKey(domainId) || missing.contains(domainId)) {
            apply(new DomainProven(organisationId, domainId, proof));
        }
    }

    private boolean names(String domain) {
        return policy.domains().stream().anyMatch(known -> known.name().equals(domain));
    }

    private boolean owns(String domain) {
        return domains.entrySet().stream()
                .anyMatch(known -> known.getValue().equals(domain) && proven.containsKey(known.getKey()));
    }

    private String domain(int id) {
        return Optional.ofNullable(domains.get(id)).orElseThrow(OrganisationLogins::missing);
    }

    private static Rejected missing() {
        return new Rejected(new Rejection.Missing("MailDomain"));
    }

    private static Rejected rejected(Rule rule) {
        return new Rejected(new Rejection.Invalid(rule));
    }
}
