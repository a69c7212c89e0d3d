package dev.flagledger.command.user.proof;

import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.secret.Accounts;
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
    private final AccountSettings settings;

    PasswordLogins(Accounts accounts, DirectoryLogins directory, AccountSettings settings) {
        this.accounts = accounts;
        this.directory = directory;
        this.settings = settings;
    }

    /** Returns whether there are passwords with which people may log in: those of accounts, or those of the directory. */
    boolean exist() {
        return !settings.preventPasswords() || directory.enabled();
    }

    Optional<Proven> prove(CommandContext context, String name, String password) {
        return directory
                .logIn(context, name, password)
                .map(account -> new Proven(account, LoginWay.by(LoginMethod.LDAP)))
                .or(() -> ofAccount(name, password));
    }

    private Optional<Proven> ofAccount(String name, String password) {
        return settings.preventPasswords()
                ? Optional.empty()
                : accounts.logIn(name, password).map(known -> new Proven(known.account(), LoginWay.EMAIL));
    }
}
