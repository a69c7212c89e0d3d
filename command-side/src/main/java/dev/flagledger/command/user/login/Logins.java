package dev.flagledger.command.user.login;

import dev.flagledger.access.factor.FactorState;
import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.access.session.CookieSettings;
import dev.flagledger.access.session.EphemeralTokens;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.access.session.rule.LoginDemands;
import dev.flagledger.api.Actor;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.UserCommand.LogIn;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.contract.error.text.access.UserTexts;
import org.springframework.stereotype.Component;

/** Finishes logins. Every way of logging in ends here, so that the same checks hold for all. */
@Component
public final class Logins {

    private final Accounts accounts;
    private final LinkedLogins links;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final EphemeralTokens ephemeral;
    private final CookieSettings cookies;
    private final RefusedLogins refused;

    Logins(
            Accounts accounts,
            LinkedLogins links,
            Sessions sessions,
            SecondFactors factors,
            EphemeralTokens ephemeral,
            CookieSettings cookies,
            RefusedLogins refused) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.factors = factors;
        this.ephemeral = ephemeral;
        this.cookies = cookies;
        this.refused = refused;
    }

    /**
     * Finishes the login of a user who has just proved who they are, unless a code of the second factor is needed first.
     *
     * @param context the request that logs in; its caller is ignored
     * @throws InvalidInput if the account may not be used, or no organisation of the user accepts this way of logging in
     */
    public LoginOutcome finish(CommandContext context, Account account, LoginWay way) {
        return switch (once(context, account, way)) {
            case SingleLogin.CodeAsked(var token) -> new LoginOutcome.CodeAsked(token);
            case SingleLogin.Done done -> open(context, done);
        };
    }

    /**
     * Finishes the login of a user who has also shown a code of the second factor.
     *
     * @throws InvalidInput if the login would not be accepted any more
     */
    public LoginOutcome finishWithCode(CommandContext context, Account account, LoginWay way) {
        return open(context, onceWithCode(context, account, way));
    }

    /** Like {@link #finish}, but for a login that counts for the request alone: it leaves no session behind. */
    public SingleLogin once(CommandContext context, Account account, LoginWay way) {
        int user = account.userId();
        requireAccepted(context, user, way);
        boolean withFactor = factors.stateOf(user) == FactorState.ACTIVE;
        if (withFactor && !LoginDemands.dispenseWithCode(context.installation(), user, way)) {
            return new SingleLogin.CodeAsked(ephemeral.issue(user, way));
        }
        return finished(context, account, way, withFactor ? LoginCode.DISPENSED : LoginCode.NONE);
    }

    /** Like {@link #finishWithCode}, but for a login that counts for the request alone: it leaves no session behind. */
    public SingleLogin.Done onceWithCode(CommandContext context, Account account, LoginWay way) {
        requireAccepted(context, account.userId(), way);
        return finished(context, account, way, LoginCode.SHOWN);
    }

    private void requireAccepted(CommandContext context, int user, LoginWay way) {
        // The link may have ended since the provider vouched for the user.
        boolean linked = FederatedProvider.of(way).map(FederatedProvider::key).stream()
                .allMatch(links.providersOf(user)::contains);
        if (!linked || !accounts.isActive(user)) {
            report(context, user, way);
            throw InvalidInput.whole(UserTexts.WRONG_CREDENTIALS);
        }
        var installation = context.installation();
        if (LoginDemands.refused(installation, user, way)) {
            report(context, user, way);
            throw InvalidInput.whole(LoginRuleTexts.refused(LoginDemands.named(installation, user)));
        }
    }

    private void report(CommandContext context, int user, LoginWay way) {
        if (!way.equals(LoginWay.EMAIL)) {
            refused.report(user, way, context.attribution());
        }
    }

    private static SingleLogin.Done finished(CommandContext context, Account account, LoginWay way, LoginCode code) {
        context.by(Actor.user(account.userId(), account.email())).send(new LogIn(account.userId(), way));
        return new SingleLogin.Done(account, way, code);
    }

    /** Logs a user in who has registered with this request. */
    public LoginOutcome afterRegistration(CommandContext context, Account account) {
        return open(context, new SingleLogin.Done(account, LoginWay.EMAIL, LoginCode.NONE));
    }

    private LoginOutcome open(CommandContext context, SingleLogin.Done login) {
        int user = login.account().userId();
        var request = context.attribution();
        var client = new SessionClient(request.address(), request.agent());
        return cookies.enabled()
                ? LoginOutcome.Cookie.of(cookies, sessions.cookie(user, login.way(), login.code(), client))
                : new LoginOutcome.Key(sessions.token(user, login.way(), login.code(), client));
    }
}
