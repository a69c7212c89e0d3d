package dev.flagledger.command.user.setup;

import dev.flagledger.access.account.AccountChanges;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes superusers on behalf of whoever runs the server. Their accounts begin without a password. */
@Component
class Superusers {

    private static final Logger LOG = LoggerFactory.getLogger(Superusers.class);

    private final Accounts accounts;
    private final AccountChanges changes;
    private final Ids ids;
    private final Commands commands;
    private final History<Installation> history;
    private final PasswordResets resets;

    Superusers(
            Accounts accounts,
            AccountChanges changes,
            Ids ids,
            Commands commands,
            History<Installation> history,
            PasswordResets resets) {
        this.accounts = accounts;
        this.changes = changes;
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
     * Makes sure that there is a superuser with this address, unless the address is that of an account that set-up has not opened: anybody may
     * have registered it. Who was made a superuser once and is none now is not made one again.
     *
     * @return a link to the page where the user sets a password; empty if the account has one, or is that of no superuser
     */
    Optional<MailedLink> ensure(String email) {
        int user = existing(email).orElseGet(() -> openUnlessOpened(email));
        if (changes.awaitsPromotion(user)) {
            commands.send(
                    new ChangeSuperuser(user, true), Attribution.SYSTEM, () -> changes.awaitPromotion(user, false));
        } else if (!isSuperuser(user)) {
            LOG.warn(
                    "The user {} with the address of FLAGLEDGER_SETUP_ADMIN_EMAIL is not made a superuser: the account was opened by"
                            + " somebody else, or is no longer a superuser's. Superusers make others superusers",
                    user);
            return Optional.empty();
        }
        return accounts.hasPassword(user) ? Optional.empty() : Optional.of(resets.linkForOperator(user));
    }

    private boolean isSuperuser(int user) {
        return history.stateAtHead()
                .user(user)
                .filter(known -> known.standing().superuser())
                .isPresent();
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
        commands.send(new RegisterUser(user, UUID.randomUUID(), address, "", "", enrolment), Attribution.SYSTEM, () -> {
            accounts.open(user, address, null);
            changes.awaitPromotion(user, enrolment != Enrolment.SUPERUSER);
        });
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
