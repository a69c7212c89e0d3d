package dev.flagledger.engine.state.organisation.login;

import dev.flagledger.api.login.DomainProof;
import dev.flagledger.engine.Lookup;
import java.time.Instant;
import java.util.Locale;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The mail domains that an organisation says to own.
 *
 * @param byId the domains, by id
 */
public record MailDomains(PSortedMap<Integer, MailDomain> byId) {

    /** None. */
    public static final MailDomains NONE = new MailDomains(TreePMap.empty());

    /** Returns whether the organisation is proven to own this domain, in lower case. Subdomains are domains of their own. */
    public boolean own(String name) {
        return byId.values().stream()
                .anyMatch(domain -> domain.isProven() && domain.name().equals(name));
    }

    /** Returns whether the organisation is proven to own the domain of an address. */
    public boolean ownDomainOf(String email) {
        return own(domainOf(email));
    }

    /** Returns these with another one. */
    public MailDomains with(int id, String name) {
        return new MailDomains(byId.plus(id, new MailDomain(id, name, null, null, null)));
    }

    /** Returns these with one of them proven. */
    public MailDomains proven(int id, DomainProof proof, Instant at) {
        return with(domain(id).proven(proof, at));
    }

    /** Returns these with the record of one of them missing. */
    public MailDomains missing(int id, Instant since) {
        return with(domain(id).missing(since));
    }

    /** Returns these with one of them proven no more. */
    public MailDomains unproven(int id) {
        return with(domain(id).unproven());
    }

    private MailDomain domain(int id) {
        return Lookup.required(byId, id, "mail domain");
    }

    private MailDomains with(MailDomain changed) {
        return new MailDomains(byId.plus(changed.id(), changed));
    }

    /** Returns these without one. */
    public MailDomains without(int id) {
        return new MailDomains(byId.minus(id));
    }

    /** The text after the last {@code @}, in lower case. */
    static String domainOf(String email) {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
