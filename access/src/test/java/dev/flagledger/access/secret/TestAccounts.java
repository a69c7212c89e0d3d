package dev.flagledger.access.secret;

import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of a database, for tests of other packages. */
public final class TestAccounts {

    private TestAccounts() {}

    /** Returns the key of an installation. */
    public static InstallationKey key(TestDatabase database) {
        var jdbc = JdbcClient.create(database.dataSource());
        return new InstallationKey(jdbc, new InstallationSecret(jdbc, ""), "");
    }

    /** Returns the accounts of a node. */
    public static Accounts on(TestDatabase database) {
        var jdbc = JdbcClient.create(database.dataSource());
        return new Accounts(
                jdbc,
                new InstallationSecret(jdbc, ""),
                new CredentialChanges(),
                new PasswordConfiguration().passwordEncoder());
    }
}
