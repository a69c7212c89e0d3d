package dev.flagledger.command.federation;

import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkEndings;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.rule.LoginRefusals;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.LoginLinkCommand.UnlinkLogin;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.AccountOwner;
import dev.flagledger.command.user.attempt.CurrentPassword;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.form.Form;
import org.springframework.stereotype.Component;

/** Links the caller's own account with people at identity providers, and ends that. */
@Component
class OwnLinks {

    private static final String LAST =
            "There would be no way to log in to the account. Set a password or link another identity provider before.";

    private final LinkedLogins links;
    private final LinkEndings endings;
    private final FederatedLogins federated;
    private final CurrentPassword current;
    private final LoginRefusals refusals;
    private final LinkMail mails;
    private final AccountOwner owner;

    OwnLinks(
            LinkedLogins links,
            LinkEndings endings,
            FederatedLogins federated,
            CurrentPassword current,
            LoginRefusals refusals,
            LinkMail mails,
            AccountOwner owner) {
        this.links = links;
        this.endings = endings;
        this.federated = federated;
        this.current = current;
        this.refusals = refusals;
        this.mails = mails;
        this.owner = owner;
    }

    /**
     * Requires that the caller is the owner of the account, since a link is another way in.
     *
     * @throws Refusal if the caller is no owner
     */
    void requireOwner(CommandContext context, Form form) {
        owner.require(context, form);
    }

    /** Links the caller's account with a person, and tells its owner by mail. */
    void link(CommandContext context, FederatedIdentity identity) {
        var user = context.access().account();
        var account = new Account(user.id(), user.email());
        federated.link(context, account, identity, () -> mails.tell(account, identity.provider()));
    }

    /**
     * Ends the link with a provider. That is for the owner of the account, as other links may be all that the owner has; the link by which
     * the caller has logged in may be ended by whoever did. Of two that are ended at once, one stays if there is no other way in.
     */
    void unlink(CommandContext context, String provider, Form form) {
        if (isOfSession(provider)) {
            form.validate();
        } else {
            owner.require(context, form);
        }
        int user = context.access().account().id();
        context.send(new UnlinkLogin(user, provider), () -> {
            endings.unlink(user, provider);
            boolean isByPassword =
                    current.exists(context) && refusals.of(user, LoginWay.EMAIL).isEmpty();
            if (links.providersOf(user).isEmpty() && !isByPassword) {
                throw InvalidInput.detail(LAST);
            }
        });
    }

    /** Whether the caller's session is of a login with this provider. */
    private static boolean isOfSession(String provider) {
        var session = Caller.session();
        return session != null
                && FederatedProvider.of(session.way())
                        .filter(vouching -> vouching.key().equals(provider))
                        .isPresent();
    }
}
