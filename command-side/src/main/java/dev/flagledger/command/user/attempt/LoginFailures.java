package dev.flagledger.command.user.attempt;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.UserCommand.FailLogin;
import dev.flagledger.api.user.UserCommand.LockLogin;
import dev.flagledger.command.user.login.RefusedLogins;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records failed logins, as events if the account exists; those that lock also in the server's log. */
@Component
public final class LoginFailures implements RefusedLogins {

    private static final Logger LOG = LoggerFactory.getLogger(LoginFailures.class);

    private final Accounts accounts;
    private final FailedLogins bounds;
    private final Commands commands;

    LoginFailures(Accounts accounts, FailedLogins bounds, Commands commands) {
        this.accounts = accounts;
        this.bounds = bounds;
        this.commands = commands;
    }

    /**
     * Returns immediately: the time it takes would reveal whether the account exists.
     *
     * @param failures the number of failed logins to this account from this address
     */
    public void report(String email, Attribution by, int failures) {
        Thread.ofVirtual().name("login-failure").start(() -> record(email, by, failures == FailedLogins.LIMIT));
    }

    /** Records that what an identity provider said about a user did not let them in; at most as often as wrong passwords. */
    @Override
    public void report(int user, LoginWay way, Attribution by) {
        bounds.guard(way.key() + " " + user, by.address(), Optional::empty, _ -> {
            try {
                commands.send(new FailLogin(user, way), by);
            } catch (RuntimeException e) {
                LOG.warn("Could not record that a login from {} failed: {}", by.address(), e.toString());
            }
        });
    }

    private void record(String email, Attribution by, boolean locks) {
        try {
            var account = accounts.byEmail(email);
            if (locks) {
                LOG.warn(
                        "Logins as {} from {} are refused for 15 minutes, after {} that failed",
                        account.map(known -> "user " + known.userId()).orElse("nobody who exists"),
                        by.address(),
                        FailedLogins.LIMIT);
            }
            account.ifPresent(known -> commands.sendTogether(failure(known.userId(), locks), by));
        } catch (RuntimeException e) {
            LOG.warn("Could not record that a login from {} failed: {}", by.address(), e.toString());
        }
    }

    private static List<LedgerCommand> failure(int user, boolean locks) {
        return locks ? List.of(new FailLogin(user), new LockLogin(user)) : List.of(new FailLogin(user));
    }
}
