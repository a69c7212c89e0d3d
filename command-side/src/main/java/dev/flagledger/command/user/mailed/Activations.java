package dev.flagledger.command.user.mailed;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.account.MailedTokens;
import dev.flagledger.access.account.MailedTokens.Purpose;
import dev.flagledger.access.account.MailedTokens.Use;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.user.AccountCommand.ConfirmActivation;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.Activation;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Standing.Status;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.ledger.history.History;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Activates accounts by mail, where new users have to confirm their address. */
@Component
class Activations implements Activation {

    private static final String SUBJECT = "Activate your account";
    private static final String TEXT = """
            Hello,

            an account was registered with your address. To activate it, open this page within three days:

            %s

            If it was not you, you need not do anything: nobody can use the account.
            """;

    private final Accounts accounts;
    private final AccountChanges changes;
    private final MailedTokens tokens;
    private final AccountSettings settings;
    private final LinkMails mails;
    private final History<Installation> history;
    private final TransactionTemplate transaction;

    Activations(
            Accounts accounts,
            AccountChanges changes,
            MailedTokens tokens,
            AccountSettings settings,
            LinkMails mails,
            History<Installation> history,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.changes = changes;
        this.tokens = tokens;
        this.settings = settings;
        this.mails = mails;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean isRequired() {
        return settings.emailActivation();
    }

    @Override
    public void mail(Account account) {
        tokens.draw(use(account.userId()), settings.resetLimit())
                .ifPresent(token ->
                        mails.send(account, MailedLink.of("activate", account.userId(), token), SUBJECT, TEXT));
    }

    /** Mails another link to the user with this address, if there is one whose account awaits activation. */
    void mailAgain(String email) {
        accounts.byEmail(email)
                .filter(account -> history.state()
                        .user(account.userId())
                        .filter(Activations::isAwaited)
                        .isPresent())
                .ifPresent(account -> transaction.executeWithoutResult(_ -> mail(account)));
    }

    static boolean isAwaited(User user) {
        return user.standing().status() == Status.AWAITING_ACTIVATION;
    }

    /** Whether the token of a link is valid, also after it was used. */
    boolean isValid(MailedUser mailed) {
        return tokens.isValid(use(mailed.user().id()), mailed.token());
    }

    void activate(CommandContext context, MailedUser mailed) {
        int user = mailed.user().id();
        context.send(new ConfirmActivation(user), () -> {
            changes.changeActive(user, true);
            changes.proveAddress(user);
        });
    }

    private static Use use(int userId) {
        return new Use(userId, Purpose.ACTIVATION, "");
    }
}
