package dev.flagledger.command.user;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.federation.DirectoryLogins;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks passwords: those of the directory, then those of accounts. */
@Component
final class PasswordLogins {

    private final Accounts accounts;
    private final DirectoryLogins directory;

    PasswordLogins(Accounts accounts, DirectoryLogins directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    /** An account whose password was right. */
    record Proven(Account account, LoginWay way) {}

    Optional<Proven> prove(CommandContext context, String name, String password) {
        return directory
                .logIn(context, name, password)
                .map(account -> new Proven(account, LoginWay.by(LoginMethod.LDAP)))
                .or(() -> accounts.logIn(name, password).map(known -> new Proven(known.account(), LoginWay.EMAIL)));
    }
}
