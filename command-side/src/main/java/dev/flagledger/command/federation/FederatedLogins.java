package dev.flagledger.command.federation;

import dev.flagledger.access.federation.AccountChoice;
import dev.flagledger.access.federation.AccountChoice.Choice;
import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.api.user.LoginLinkCommand.LinkLogin;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.installation.id.Ids;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Finds the account of a person whom an identity provider knows, or makes one, and lets them join the provider's organisation. Each step is
 * recorded by itself; a login that breaks off is completed by the next one. The login itself is finished by the caller, as any other.
 */
@Component
public class FederatedLogins {

    private final AccountChoice choice;
    private final LinkedLogins links;
    private final Accounts accounts;
    private final Ids ids;

    FederatedLogins(AccountChoice choice, LinkedLogins links, Accounts accounts, Ids ids) {
        this.choice = choice;
        this.links = links;
        this.accounts = accounts;
        this.ids = ids;
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
     * @throws FederationRefused if nobody is let in
     */
    public Admitted admit(CommandContext context, FederatedIdentity identity, Admission admission) {
        return admit(context, identity, admission, _ -> true);
    }

    /**
     * Finds or makes the account of a person.
     *
     * @param compared which external ids of groups the provider decides about
     * @throws FederationRefused if nobody is let in
     */
    public Admitted admit(
            CommandContext context, FederatedIdentity identity, Admission admission, Predicate<String> compared) {
        var admitted = chosen(context, identity, admission);
        int user = admitted.account().userId();
        join(context, admitted.account(), admission);
        var groups = identity.groups();
        if (groups != null && admission.organisationId() != null) {
            GroupSync.sync(context, admission.organisationId(), user, groups, compared);
        }
        return admitted;
    }

    /** Links the account of a user who is logged in with a person at a provider. */
    public void link(CommandContext context, Account account, FederatedIdentity identity) {
        var command = new LinkLogin(account.userId(), identity.provider().key(), identity.subject());
        context.by(Actor.user(account.userId(), account.email()))
                .send(command, () -> links.link(account.userId(), identity.provider(), identity.subject()));
    }

    private Admitted chosen(CommandContext context, FederatedIdentity identity, Admission admission) {
        return switch (choice.of(identity, admission, user -> isMember(context, admission, user))) {
            case Choice.Linked(var account) -> new Admitted(account, false);
            case Choice.ToLink(var account) -> {
                link(context, account, identity);
                yield new Admitted(account, false);
            }
            case Choice.ToOpen(var email) ->
                opened(context, email, identity)
                        .map(account -> new Admitted(account, true))
                        // Another request has made the account at the same time.
                        .orElseGet(() -> chosen(context, identity, admission));
        };
    }

    /** Makes an account; empty if the address has been taken in the meantime. */
    private Optional<Account> opened(CommandContext context, String email, FederatedIdentity identity) {
        var account = new Account(ids.next(Ids.Kind.USER), email);
        var command = new RegisterUser(
                account.userId(), UUID.randomUUID(), email, identity.shortFirstName(), identity.shortLastName());
        try {
            context.by(Actor.user(account.userId(), email))
                    .send(command, () -> accounts.openWithoutPassword(account.userId(), email));
        } catch (Rejected e) {
            if (e.rejection() instanceof Rejection.Taken) {
                return Optional.empty();
            }
            throw e;
        }
        link(context, account, identity);
        return Optional.of(account);
    }

    private static void join(CommandContext context, Account account, Admission admission) {
        var organisation = admission.organisationId();
        if (organisation == null || isMember(context, admission, account.userId())) {
            return;
        }
        if (!admission.creates()) {
            throw new FederationRefused(Reason.NO_MEMBER);
        }
        context.by(Actor.SYSTEM).send(new AdmitMember(organisation, account.userId(), admission.role()));
        GroupSync.joinDefaults(context, organisation, account.userId());
    }

    private static boolean isMember(CommandContext context, Admission admission, int user) {
        return Optional.ofNullable(admission.organisationId())
                .flatMap(id -> context.installation().organisation(id))
                .map(Organisation::members)
                .filter(members -> members.containsKey(user))
                .isPresent();
    }
}
