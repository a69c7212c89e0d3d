package dev.flagledger.command.federation;

import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.Admission.Trust;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.ldap.LdapDirectory;
import dev.flagledger.access.ldap.LdapFailure;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.invite.rule.SignUpClaim;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.view.login.Trial;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logins with the user name and password of the directory, if there is one. */
@Component
public class DirectoryLogins {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryLogins.class);

    private final LdapDirectory directory;
    private final FederatedLogins federated;

    DirectoryLogins(LdapDirectory directory, FederatedLogins federated) {
        this.directory = directory;
        this.federated = federated;
    }

    /** Returns whether there is a directory. */
    public boolean enabled() {
        return directory.enabled();
    }

    /**
     * Returns the account of whoever has this user name and password in the directory. Empty also if the directory cannot be asked: those who
     * have a password here can then still log in.
     */
    public Optional<Account> logIn(CommandContext context, String name, String password) {
        if (!directory.enabled()) {
            return Optional.empty();
        }
        try {
            return directory.logIn(name, password).map(identity -> admitted(context, identity));
        } catch (LdapFailure e) {
            LOG.warn("Nobody can log in with the directory: {}", e.getMessage());
            return Optional.empty();
        } catch (FederationRefused | Refusal e) {
            LOG.info("A user of the directory is not let in: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns what is wrong with the organisation that users of the directory join; empty if nothing is. */
    public Optional<Trial> organisationTrial(CommandContext context) {
        return directory
                .organisation()
                .filter(id -> context.installation().organisation(id).isEmpty())
                .map(id -> Trial.failed(
                        "organisation",
                        "FLAGLEDGER_LDAP_ORGANISATION is " + id + ", and there is no such organisation."));
    }

    private Account admitted(CommandContext context, FederatedIdentity identity) {
        var organisation = directory
                .organisation()
                .filter(id -> context.installation().organisation(id).isPresent());
        var admission = new Admission(Trust.EVERYONE, true, organisation.orElse(null), directory.role());
        var groups = new GroupRule(directory.syncedGroups()::contains, directory::nameOfGroup);
        return federated
                .admit(context, identity, admission, SignUpClaim.NONE, groups)
                .account();
    }
}
