package dev.flagledger.command.user;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.user.UserCommand.LockLogin;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records locked logins from an address: in the server's log, and as an event if the account exists. */
@Component
final class LockedLogins {

    private static final Logger LOG = LoggerFactory.getLogger(LockedLogins.class);

    private final Accounts accounts;
    private final Commands commands;

    LockedLogins(Accounts accounts, Commands commands) {
        this.accounts = accounts;
        this.commands = commands;
    }

    /** Returns immediately: the time it takes would reveal whether the account exists. */
    void report(String email, Attribution by) {
        Thread.ofVirtual().name("locked-login").start(() -> record(email, by));
    }

    private void record(String email, Attribution by) {
        try {
            var account = accounts.byEmail(email);
            LOG.warn(
                    "Logins as {} from {} are refused for 15 minutes, after {} that failed",
                    account.map(known -> "user " + known.userId()).orElse("nobody who exists"),
                    by.address(),
                    FailedLogins.LIMIT);
            account.ifPresent(known -> commands.send(new LockLogin(known.userId()), by));
        } catch (RuntimeException e) {
            LOG.warn("Could not record that logins from {} are refused: {}", by.address(), e.toString());
        }
    }
}
