package dev.flagledger.command.federation;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.factor.FactorState;
import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.federation.LinkEndings;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.Actor;
import dev.flagledger.api.user.LoginLinkCommand.UnlinkLogin;
import dev.flagledger.api.user.UserCommand.LogOut;
import dev.flagledger.command.context.CommandContext;
import org.springframework.stereotype.Component;

/**
 * Removes from an account everything with which whoever had it before could log in: its password, links and sessions. Each
 * is recorded by itself; what breaks off is completed by the next login.
 */
@Component
class FormerHolder {

    private final Accounts accounts;
    private final AccountChanges changes;
    private final LinkedLogins links;
    private final LinkEndings endings;
    private final SecondFactors factors;

    FormerHolder(
            Accounts accounts, AccountChanges changes, LinkedLogins links, LinkEndings endings, SecondFactors factors) {
        this.accounts = accounts;
        this.changes = changes;
        this.links = links;
        this.endings = endings;
        this.factors = factors;
    }

    /**
     * Shuts out whoever had the account.
     *
     * @throws FederationRefused if the account has another address in the meantime, or a second factor
     */
    void shutOut(CommandContext context, Account account) {
        int user = account.userId();
        var system = context.by(Actor.SYSTEM);
        links.providersOf(user)
                .forEach(
                        provider -> system.send(new UnlinkLogin(user, provider), () -> endings.unlink(user, provider)));
        system.send(new LogOut(user), () -> {
            if (accounts.byId(user).filter(account::equals).isEmpty()) {
                throw new FederationRefused(Reason.LINK_FIRST);
            }
            if (factors.stateOf(user) == FactorState.ACTIVE) {
                throw new FederationRefused(Reason.SECOND_FACTOR);
            }
            changes.removePassword(user);
            links.unlinkAll(user);
            factors.remove(user);
        });
    }
}
