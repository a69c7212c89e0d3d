package dev.flagledger.command.user.mailed;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.account.MailedTokens;
import dev.flagledger.access.account.MailedTokens.Purpose;
import dev.flagledger.access.account.MailedTokens.Use;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.access.session.rule.LoginRefusals;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.AccountCommand.ChangePassword;
import dev.flagledger.api.user.AccountCommand.RequestPasswordReset;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Resets passwords by mail. The tokens of such mails end with a change of the password, and with a login. */
@Component
public class PasswordResets {

    private static final String SUBJECT = "Reset your password";
    private static final String TEXT = """
        Hello,

        somebody asked for a new password for your account. To set one, open this page within three days:

        %s

        If it was not you, you need not do anything: your password stays as it is.
        """;

    private static final String OTHER_WAY_SUBJECT = "How to log in";
    private static final String OTHER_WAY_TEXT = """
        Hello,

        somebody asked for a new password for your account. It would not let you in. %s

        Log in at %s instead. If you cannot, ask those who administer your organisation.

        If it was not you, you need not do anything.
        """;

    private final Accounts accounts;
    private final AccountChanges changes;
    private final MailedTokens tokens;
    private final AccountSettings settings;
    private final LinkMails mails;
    private final LinkedLogins links;
    private final LoginRefusals refusals;
    private final Commands commands;
    private final History<Installation> history;
    private final TransactionTemplate transaction;

    PasswordResets(
            Accounts accounts,
            AccountChanges changes,
            MailedTokens tokens,
            AccountSettings settings,
            LinkMails mails,
            LinkedLogins links,
            LoginRefusals refusals,
            Commands commands,
            History<Installation> history,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.changes = changes;
        this.tokens = tokens;
        this.settings = settings;
        this.mails = mails;
        this.links = links;
        this.refusals = refusals;
        this.commands = commands;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Mails a link to the user with this address, if there is one, and not too often. Not to whom a provider of the operator lets in, and
     * who has no password. Who could not log in with a password is told how to log in instead.
     */
    void mail(String email, Attribution by) {
        accounts.byEmail(email)
                .filter(account -> accounts.isActive(account.userId()))
                .ifPresent(account -> refusals.of(account.userId(), LoginWay.EMAIL)
                        .ifPresentOrElse(
                                refusal -> mail(
                                        account,
                                        by,
                                        _ -> mails.sendLogin(account, OTHER_WAY_SUBJECT, OTHER_WAY_TEXT, refusal)),
                                () -> mailLink(account, by)));
    }

    private void mailLink(Account account, Attribution by) {
        if (mayReset(account.userId())) {
            mail(account, by, token -> mails.send(account, link(account.userId(), token), SUBJECT, TEXT));
        }
    }

    /** An organisation that has opened or linked the account must not keep the owner of the address from it. */
    private boolean mayReset(int user) {
        return accounts.hasPassword(user)
                || links.providersOf(user).stream().allMatch(PasswordResets::isOfAnOrganisation);
    }

    private static boolean isOfAnOrganisation(String provider) {
        return FederatedProvider.ofKey(provider).id() != 0;
    }

    /** Each mail counts as one with a token, whether it says it or not: nobody knows the token otherwise. */
    private void mail(Account account, Attribution by, Consumer<String> text) {
        var use = use(account.userId());
        if (tokens.mayDraw(use, settings.resetLimit())) {
            commands.send(
                    new RequestPasswordReset(account.userId()),
                    by,
                    () -> tokens.draw(use, settings.resetLimit()).ifPresent(text));
        }
    }

    /** Returns a link for whoever runs the server, who may have any number of them. */
    public MailedLink linkForOperator(int userId) {
        var unlimited = new MailedTokens.Limit(Integer.MAX_VALUE, MailedTokens.VALIDITY);
        return Objects.requireNonNull(transaction.execute(
                _ -> link(userId, tokens.draw(use(userId), unlimited).orElseThrow())));
    }

    private static MailedLink link(int userId, String token) {
        return MailedLink.of("password-reset/confirm", userId, token);
    }

    /** Whether the token of a link is valid. */
    boolean isValid(MailedUser mailed) {
        return tokens.isValid(use(mailed.user()), mailed.token());
    }

    /**
     * Changes the password, and ends the links with identity providers: whoever had a stolen token may have made one of them. They stay
     * where no password is accepted, since nobody could make them again. Rejected if the token is no longer valid.
     */
    void reset(CommandContext context, MailedUser mailed, String passwordHash) {
        int user = mailed.user().id();
        boolean endsLinks = refusals.of(user, LoginWay.EMAIL).isEmpty();
        context.send(new ChangePassword(user, true, endsLinks), () -> {
            if (!tokens.redeem(use(mailed.user()), mailed.token())) {
                throw MailedUser.wrongToken();
            }
            changes.changePassword(user, passwordHash);
            if (endsLinks) {
                links.unlinkAll(user);
                changes.proveAddress(user);
            }
        });
    }

    private Use use(int userId) {
        return history.state().user(userId).map(PasswordResets::use).orElseThrow();
    }

    private static Use use(User user) {
        return new Use(user.id(), Purpose.PASSWORD_RESET, String.valueOf(user.lastLogin()));
    }
}
