package dev.flagledger.command.user.setup;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.api.user.Enrolment;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.command.user.mailed.MailedLink;
import dev.flagledger.command.user.mailed.PasswordResets;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes superusers on behalf of whoever runs the server. Their accounts begin without a password. */
@Component
class Superusers {

    private final Accounts accounts;
    private final Ids ids;
    private final Commands commands;
    private final History<Installation> history;
    private final PasswordResets resets;

    Superusers(Accounts accounts, Ids ids, Commands commands, History<Installation> history, PasswordResets resets) {
        this.accounts = accounts;
        this.ids = ids;
        this.commands = commands;
        this.history = history;
        this.resets = resets;
    }

    /**
     * Makes the first user of the installation.
     *
     * @return a link to the page where the user sets a password
     * @throws Rejected if there is, or was, another user
     */
    MailedLink first(String email) {
        return resets.linkForOperator(open(email, Enrolment.SUPERUSER));
    }

    /**
     * Makes sure that there is a superuser with this address.
     *
     * @return a link to the page where the user sets a password; empty if the account has one
     */
    Optional<MailedLink> ensure(String email) {
        int user = existing(email).orElseGet(() -> openUnlessOpened(email));
        commands.send(new ChangeSuperuser(user, true), Attribution.SYSTEM);
        return accounts.hasPassword(user) ? Optional.empty() : Optional.of(resets.linkForOperator(user));
    }

    private Optional<Integer> existing(String email) {
        return accounts.byEmail(email).map(Accounts.Account::userId);
    }

    /** Another node may do the same. */
    private int openUnlessOpened(String email) {
        try {
            return open(email, Enrolment.ACTIVE);
        } catch (Rejected e) {
            return existing(email).orElseThrow(() -> e);
        }
    }

    private int open(String email, Enrolment enrolment) {
        int user = ids.next(Ids.Kind.USER);
        var address = email.toLowerCase(Locale.ROOT);
        commands.send(
                new RegisterUser(user, UUID.randomUUID(), address, "", "", enrolment),
                Attribution.SYSTEM,
                () -> accounts.open(user, address, null));
        return user;
    }

    /** Returns the only user of the installation, if there is one who has never logged in. */
    Optional<Integer> onlyUser() {
        var users = history.stateAtHead().users().values();
        return Optional.of(users)
                .filter(all -> all.size() == 1)
                .map(all -> all.iterator().next())
                .filter(user -> user.lastLogin() == null)
                .map(user -> user.id());
    }
}
