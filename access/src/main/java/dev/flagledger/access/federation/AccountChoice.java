package dev.flagledger.access.federation;

import dev.flagledger.access.federation.Admission.Trust;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Chooses the account of a person. The subject decides; the address only where there is no link yet, and only if the provider has
 * verified it and is trusted with the account.
 */
@Component
public class AccountChoice {

    private final Accounts accounts;
    private final LinkedLogins links;

    AccountChoice(Accounts accounts, LinkedLogins links) {
        this.accounts = accounts;
        this.links = links;
    }

    /** The account of a person. */
    public sealed interface Choice {

        /** The account that is linked with them. */
        record Linked(Account account) implements Choice {}

        /** The account with their address, which is to be linked with them. */
        record ToLink(Account account) implements Choice {}

        /** The same, but who had the account before has never proven that the address is theirs, and must not get in any more. */
        record ToReclaim(Account account) implements Choice {}

        /** A new account. */
        record ToOpen(String email) implements Choice {}
    }

    /**
     * What is known of accounts.
     *
     * @param isMember whether a user is a member of the provider's organisation
     * @param isSuperuser whether a user is a superuser, whose account no address opens
     * @param hasFactor whether a user has a second factor
     * @param ownsDomainOf whether the provider's organisation is proven to own the domain of an address
     */
    public record Known(
            IntPredicate isMember, IntPredicate isSuperuser, IntPredicate hasFactor, Predicate<String> ownsDomainOf) {}

    /**
     * Chooses.
     *
     * @throws FederationRefused if the person has no account and gets none
     */
    public Choice of(FederatedIdentity identity, Admission admission, Known known) {
        if (!identity.hasStorableSubject()) {
            throw new FederationRefused(Reason.SUBJECT);
        }
        var linked = links.accountOf(identity.provider(), identity.subject());
        if (linked.isPresent()) {
            return new Choice.Linked(linked.get());
        }
        var email = identity.provenEmail().orElseThrow(() -> new FederationRefused(Reason.EMAIL));
        var existing = accounts.byEmail(email);
        if (existing.isPresent()) {
            return adopted(existing.get(), identity, admission, known);
        }
        if (!admission.creates()) {
            throw new FederationRefused(Reason.NO_ACCOUNT);
        }
        return new Choice.ToOpen(email);
    }

    /** Returns the account that a person is about: the one that is linked with them, or the one with their address. */
    public Optional<Account> about(FederatedIdentity identity) {
        return Optional.of(identity)
                .filter(FederatedIdentity::hasStorableSubject)
                .flatMap(person -> links.accountOf(person.provider(), person.subject()))
                .or(() -> identity.provenEmail().flatMap(accounts::byEmail));
    }

    private Choice adopted(Account account, FederatedIdentity identity, Admission admission, Known known) {
        int user = account.userId();
        if (links.providersOf(user).contains(identity.provider().key())) {
            throw new FederationRefused(Reason.OTHER_SUBJECT);
        }
        if (known.isSuperuser().test(user)) {
            throw new FederationRefused(Reason.LINK_FIRST);
        }
        if (admission.trust() == Trust.EVERYONE) {
            return accounts.hasProvenAddress(account) ? new Choice.ToLink(account) : reclaimed(account, known);
        }
        if (isTrusted(account, admission, known)) {
            return new Choice.ToLink(account);
        }
        throw new FederationRefused(Reason.LINK_FIRST);
    }

    /** A second factor proves more than that somebody reads the mails: it ends by its user's own hand, or a superuser's. */
    private static Choice reclaimed(Account account, Known known) {
        if (known.hasFactor().test(account.userId())) {
            throw new FederationRefused(Reason.SECOND_FACTOR);
        }
        return new Choice.ToReclaim(account);
    }

    /**
     * An organisation could let people in to the account before, or could anyway, since it reads the mails of the address that its user has
     * proven; or the operator trusts it with its members.
     */
    private boolean isTrusted(Account account, Admission admission, Known known) {
        int user = account.userId();
        var organisation = admission.organisationId();
        return (organisation != null && links.wasLinkedBy(user, organisation))
                || (known.ownsDomainOf().test(account.email()) && accounts.hasProvenAddress(account))
                || (admission.trust() == Trust.MEMBERS && known.isMember().test(user));
    }
}
