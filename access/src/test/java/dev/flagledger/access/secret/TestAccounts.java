package dev.flagledger.access.secret;

import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of a database, for tests of other packages. */
public final class TestAccounts {

    private TestAccounts() {}

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
