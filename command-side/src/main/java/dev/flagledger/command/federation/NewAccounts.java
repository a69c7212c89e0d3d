package dev.flagledger.command.federation;

import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.invite.InvitedPeople;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.user.Enrolment;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.invite.rule.InvitedOnly;
import dev.flagledger.command.invite.rule.SignUpClaim;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** Opens accounts for people whom an identity provider knows, under the rules of registrations. */
@Component
class NewAccounts {

    private final AccountSettings settings;
    private final InvitedOnly invited;
    private final InvitedPeople people;
    private final Accounts accounts;

    NewAccounts(AccountSettings settings, InvitedOnly invited, InvitedPeople people, Accounts accounts) {
        this.settings = settings;
        this.invited = invited;
        this.people = people;
        this.accounts = accounts;
    }

    /**
     * Requires that a person may have an account. An organisation invites its people by configuring a provider, and so does the operator with a
     * directory whose users join an organisation.
     *
     * @throws FederationRefused if nobody may register
     * @throws dev.flagledger.contract.error.Refusal if the person is not invited and has to be
     */
    void require(CommandContext context, Admission admission, SignUpClaim claim, String email) {
        if (settings.preventSignup()) {
            throw new FederationRefused(Reason.NO_ACCOUNT);
        }
        if (admission.organisationId() == null) {
            invited.requireOfOwner(context.installation(), claim, email);
        }
    }

    /**
     * Opens an account; empty if the address has been taken in the meantime.
     *
     * @param alongside a write in the same transaction, given the user's id
     */
    Optional<Account> open(
            CommandContext context,
            String email,
            FederatedIdentity identity,
            SignUpClaim claim,
            IntConsumer alongside) {
        var account = new Account(people.takeId(email), email);
        var command = new RegisterUser(
                account.userId(),
                UUID.randomUUID(),
                email,
                identity.shortFirstName(),
                identity.shortLastName(),
                Enrolment.ACTIVE,
                new Origin(identity.provider().kind().method(), claim.type()));
        try {
            context.by(Actor.user(account.userId(), email)).send(command, () -> {
                accounts.openWithoutPassword(account.userId(), email);
                alongside.accept(account.userId());
            });
            return Optional.of(account);
        } catch (Rejected e) {
            if (e.rejection() instanceof Rejection.Taken) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
