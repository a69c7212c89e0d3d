package dev.flagledger.command.federation;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.factor.FactorState;
import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.federation.AccountChoice;
import dev.flagledger.access.federation.AccountChoice.Choice;
import dev.flagledger.access.federation.AccountChoice.Known;
import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.Admission.Trust;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.Actor;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.LoginLinkCommand.LinkLogin;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.invite.rule.SignUpClaim;
import dev.flagledger.command.user.login.RefusedLogins;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the account of a person whom an identity provider knows, or makes one, and lets them join the provider's organisation. Each step is
 * recorded by itself; a login that breaks off is completed by the next one. The login itself is finished by the caller, as any other.
 */
@Component
public class FederatedLogins {

    private final AccountChoice choice;
    private final LinkedLogins links;
    private final NewAccounts opening;
    private final ProviderMembers members;
    private final RefusedLogins refused;
    private final AccountChanges changes;
    private final FormerHolder former;
    private final LinkMail mails;
    private final SecondFactors factors;
    private final GroupSync sync;

    FederatedLogins(
            AccountChoice choice,
            LinkedLogins links,
            NewAccounts opening,
            ProviderMembers members,
            RefusedLogins refused,
            AccountChanges changes,
            FormerHolder former,
            LinkMail mails,
            SecondFactors factors,
            GroupSync sync) {
        this.choice = choice;
        this.links = links;
        this.opening = opening;
        this.members = members;
        this.refused = refused;
        this.changes = changes;
        this.former = former;
        this.mails = mails;
        this.factors = factors;
        this.sync = sync;
    }

    /**
     * The account that a person logs in to.
     *
     * @param created whether it is new
     */
    public record Admitted(Account account, boolean created) {}

    /**
     * Finds or makes the account of a person. All groups with an external id are compared with those that the provider names.
     *
     * @param claim what the person says about their invitation, in case they need an account
     * @throws FederationRefused if nobody is let in
     * @throws dev.flagledger.contract.error.Refusal if they would need an account, and an invitation for it
     */
    public Admitted admit(CommandContext context, FederatedIdentity identity, Admission admission, SignUpClaim claim) {
        return admit(context, identity, admission, claim, GroupRule.EXISTING);
    }

    /**
     * Finds or makes the account of a person.
     *
     * @param claim what the person says about their invitation, in case they need an account
     * @param rule which groups the provider decides about
     * @throws FederationRefused if nobody is let in
     * @throws dev.flagledger.contract.error.Refusal if they would need an account, and an invitation for it
     */
    Admitted admit(
            CommandContext context,
            FederatedIdentity identity,
            Admission admission,
            SignUpClaim claim,
            GroupRule rule) {
        try {
            return letIn(context, identity, admission, claim, rule);
        } catch (FederationRefused e) {
            var way = way(identity, admission);
            choice.about(identity).ifPresent(known -> refused.report(known.userId(), way, context.attribution()));
            throw e;
        }
    }

    private Admitted letIn(
            CommandContext context,
            FederatedIdentity identity,
            Admission admission,
            SignUpClaim claim,
            GroupRule rule) {
        var admitted = chosen(context, identity, admission, claim);
        int user = admitted.account().userId();
        boolean isMember = members.admit(context, admitted.account(), identity.provider(), admission);
        var groups = identity.groups();
        if (groups != null && isMember) {
            sync.sync(context, Objects.requireNonNull(admission.organisationId()), user, groups, rule);
        }
        return admitted;
    }

    /** Links an account with a person at a provider. The last parameter is a write in the same transaction. */
    void link(CommandContext context, Account account, FederatedIdentity identity, Runnable alongside) {
        var command = new LinkLogin(account.userId(), identity.provider().key(), identity.subject());
        context.by(Actor.user(account.userId(), account.email())).send(command, () -> {
            links.link(account.userId(), identity.provider(), identity.subject());
            alongside.run();
        });
    }

    private Admitted chosen(
            CommandContext context, FederatedIdentity identity, Admission admission, SignUpClaim claim) {
        return switch (choice.of(identity, admission, known(context, admission))) {
            case Choice.Linked(var account) -> new Admitted(account, false);
            case Choice.ToLink(var account) -> {
                link(context, account, identity, () -> mails.tell(account, identity.provider()));
                yield new Admitted(account, false);
            }
            case Choice.ToReclaim(var account) -> {
                former.shutOut(context, account);
                link(context, account, identity, () -> changes.proveAddress(account.userId()));
                yield new Admitted(account, false);
            }
            case Choice.ToOpen(var email) -> {
                opening.require(context, admission, claim, email);
                var opened = opening.open(context, email, identity, claim, user -> linkNew(user, identity, admission));
                opened.ifPresent(account -> link(context, account, identity, () -> {}));
                yield opened.map(account -> new Admitted(account, true))
                        // Another request has made the account at the same time.
                        .orElseGet(() -> chosen(context, identity, admission, claim));
            }
        };
    }

    private Known known(CommandContext context, Admission admission) {
        return new Known(
                user -> isMember(context, admission, user),
                user -> isSuperuser(context, user),
                user -> factors.stateOf(user) == FactorState.ACTIVE,
                email -> organisation(context, admission)
                        .filter(known -> known.access().loginRules().domains().ownDomainOf(email))
                        .isPresent());
    }

    /** Links a new account in the transaction that opens it: nobody else could open it if the login broke off afterwards. */
    private void linkNew(int user, FederatedIdentity identity, Admission admission) {
        links.link(user, identity.provider(), identity.subject());
        if (admission.trust() == Trust.EVERYONE) {
            changes.proveAddress(user);
        }
    }

    /** The directory and social logins are of the installation. */
    private static LoginWay way(FederatedIdentity identity, Admission admission) {
        var provider = identity.provider();
        return provider.id() == 0
                ? LoginWay.by(provider.method())
                : LoginWay.by(provider.method(), Objects.requireNonNull(admission.organisationId()), provider.id());
    }

    private static boolean isSuperuser(CommandContext context, int user) {
        return context.installation().user(user).stream()
                .anyMatch(known -> known.standing().superuser());
    }

    private static boolean isMember(CommandContext context, Admission admission, int user) {
        return organisation(context, admission)
                .map(Organisation::members)
                .filter(members -> members.containsKey(user))
                .isPresent();
    }

    private static Optional<Organisation> organisation(CommandContext context, Admission admission) {
        return Optional.ofNullable(admission.organisationId())
                .flatMap(id -> context.installation().organisation(id));
    }
}
