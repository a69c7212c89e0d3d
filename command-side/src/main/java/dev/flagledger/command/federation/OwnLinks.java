package dev.flagledger.command.federation;

import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.LinkEndings;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.user.LoginLinkCommand.UnlinkLogin;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.attempt.CurrentPassword;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.form.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Links the caller's own account with people at identity providers, and ends that. */
@Component
class OwnLinks {

    private static final String LAST =
            "There would be no way to log in to the account. Set a password or link another identity provider before.";

    private static final String VOUCHED =
            "Only your organisation says who you are. Set a password by a mail, and log in with it, before.";

    private final LinkedLogins links;
    private final LinkEndings endings;
    private final FederatedLogins federated;
    private final CurrentPassword current;
    private final AccountSettings settings;
    private final LinkMail mails;

    OwnLinks(
            LinkedLogins links,
            LinkEndings endings,
            FederatedLogins federated,
            CurrentPassword current,
            AccountSettings settings,
            LinkMail mails) {
        this.links = links;
        this.endings = endings;
        this.federated = federated;
        this.current = current;
        this.settings = settings;
        this.mails = mails;
    }

    /**
     * Requires that the caller is the owner of the account, after all other fields of the form have been read. A stolen token is not enough to
     * make another way in, which would outlive a change of the password; nor is what an organisation's provider says, which counts in that
     * organisation only, while another way in may count everywhere.
     *
     * @throws InvalidInput if the form has not the password of the account, or other errors
     * @throws Refusal if the account has no password, and only an organisation vouches for the caller
     */
    void requireOwner(CommandContext context, Form form) {
        context.access().account();
        if (current.exists(context)) {
            current.require(context, form);
        } else if (isVouchedForByAnOrganisation()) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, VOUCHED);
        }
        form.validate();
    }

    /** Links the caller's account with a person, and tells its owner by mail. */
    void link(CommandContext context, FederatedIdentity identity) {
        var user = context.access().account();
        var account = new Account(user.id(), user.email());
        federated.link(context, account, identity, () -> mails.tell(account, identity.provider()));
    }

    /** Ends the link with a provider. Of two that are ended at once, one stays if there is no other way in. */
    void unlink(CommandContext context, String provider) {
        int user = context.access().account().id();
        context.send(new UnlinkLogin(user, provider), () -> {
            endings.unlink(user, provider);
            if (links.providersOf(user).isEmpty() && !(current.exists(context) && !settings.preventPasswords())) {
                throw InvalidInput.detail(LAST);
            }
        });
    }

    private static boolean isVouchedForByAnOrganisation() {
        var session = Caller.session();
        return session != null && session.way().organisation() != null;
    }
}
