package dev.flagledger.command.federation;

import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.saml.SamlMembership;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.Actor;
import dev.flagledger.api.invite.InviteCommand.AcceptInvite;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.organisation.OrganisationCommand.AdmitMember;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets people whom a provider vouches for become members of its organisation. Those who were members once, and left or were removed, need
 * an invite: the provider would bring them back at their next login otherwise.
 */
@Component
class ProviderMembers {

    private final Accounts accounts;
    private final SamlMembership saml;

    ProviderMembers(Accounts accounts, SamlMembership saml) {
        this.accounts = accounts;
        this.saml = saml;
    }

    /**
     * Lets a person join, unless they are a member. An account that is not active is left as it is: the login is refused.
     *
     * @return whether they are a member, and the provider may say more about that
     * @throws FederationRefused if they are none, and the provider is the organisation's own
     */
    boolean admit(CommandContext context, Account account, FederatedProvider provider, Admission admission) {
        var organisation = Optional.ofNullable(admission.organisationId())
                .flatMap(id -> context.installation().organisation(id))
                .filter(_ -> accounts.isActive(account.userId()));
        if (organisation.isEmpty()) {
            return false;
        }
        if (organisation.get().members().containsKey(account.userId())) {
            return true;
        }
        if (!saml.mayJoin(
                context.installation(), account.userId(), organisation.get().id())) {
            throw new FederationRefused(Reason.OTHER_ORGANISATION);
        }
        if (admission.creates() && accepts(organisation.get(), account, provider)) {
            var invitations = organisation.get().access().invitations();
            if (!invitations.former().contains(account.userId())) {
                context.by(Actor.SYSTEM)
                        .send(new AdmitMember(organisation.get().id(), account.userId(), admission.role()));
                return true;
            }
            var invite = invitations.to(account.email());
            if (invite.isPresent()) {
                context.by(Actor.user(account.userId(), account.email()))
                        .send(new AcceptInvite(invite.get().id(), account.userId(), account.email()));
                return true;
            }
        }
        if (provider.id() != 0) {
            throw new FederationRefused(Reason.NO_MEMBER);
        }
        // The directory is that of the installation: its users may be members of other organisations.
        return false;
    }

    /** Whether the organisation's policy lets the person log in with the provider. */
    private static boolean accepts(Organisation organisation, Account account, FederatedProvider provider) {
        var methods = organisation.access().loginRules().methodsFor(account.email());
        return methods.isEmpty()
                || methods.contains(LoginMethod.valueOf(provider.kind().name()));
    }
}
