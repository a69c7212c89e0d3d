package dev.flagledger.engine.state.organisation.login;

import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.login.LoginWay;
import java.util.List;
import java.util.Optional;

/**
 * The ways in which members of an organisation may log in.
 *
 * @param policy what the organisation demands
 * @param domains the mail domains that it says to own
 */
public record LoginRules(LoginPolicy policy, MailDomains domains) {

    /** Every way. */
    public static final LoginRules NONE = new LoginRules(LoginPolicy.OPEN);

    /** The rules of an organisation that owns no domain. */
    public LoginRules(LoginPolicy policy) {
        this(policy, MailDomains.NONE);
    }

    /** Returns these with another policy. */
    public LoginRules with(LoginPolicy changed) {
        return new LoginRules(changed, domains);
    }

    /** Returns these with other domains. */
    public LoginRules with(MailDomains changed) {
        return new LoginRules(policy, changed);
    }

    /** Returns whether the policy has rules for a domain, in lower case. */
    public boolean name(String domain) {
        return policy.domains().stream().anyMatch(known -> known.name().equals(domain));
    }

    /**
     * Returns whether a member may log in this way.
     *
     * @param organisationId the organisation: providers of others count nowhere but there, since whoever administers one can let its
     *     provider say that somebody is any of its users
     */
    public boolean accept(int organisationId, String email, LoginWay way) {
        var accepted = methodsFor(email);
        var vouching = way.organisation();
        return (vouching == null || vouching == organisationId)
                && (accepted.isEmpty() || accepted.contains(way.method()));
    }

    /** Returns the methods for a member with this address; empty for all. */
    public List<LoginMethod> methodsFor(String email) {
        return listed(email).map(LoginPolicy.Domain::methods).orElse(policy.methods());
    }

    /**
     * Returns whether a member with this address would be under other rules with the other one: the address is of a domain with rules
     * of its own, and the other one is of another domain.
     */
    public boolean leaves(String email, String other) {
        return listed(email).isPresent() && !MailDomains.domainOf(other).equals(MailDomains.domainOf(email));
    }

    private Optional<LoginPolicy.Domain> listed(String email) {
        var domain = MailDomains.domainOf(email);
        return policy.domains().stream()
                .filter(known -> known.name().equals(domain))
                .findFirst();
    }

    /** Returns whether the organisation asks for no code of the second factor after a login in this way. */
    public boolean dispenseWithCode(int organisationId, LoginWay way) {
        var vouching = way.organisation();
        return policy.withoutCode().contains(way.method()) && (vouching == null || vouching == organisationId);
    }
}
