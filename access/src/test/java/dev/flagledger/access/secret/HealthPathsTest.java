package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HealthPathsTest {

    private static final UUID PROVIDER = new UUID(7, 8);
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().dataSource());

    private final HealthPaths paths = new HealthPaths(new InstallationSecret(JDBC, "one"), new OwnAddress(""));

    @Test
    void aPathLeadsToItsProvider() {
        assertThat(paths.providerOf(paths.of(PROVIDER))).contains(PROVIDER);
    }

    @Test
    void pathsDependOnTheSecret() {
        var guessed = new HealthPaths(new InstallationSecret(JDBC, "other"), new OwnAddress("")).of(PROVIDER);

        assertThat(guessed).startsWith(PROVIDER + ".");
        assertThat(paths.providerOf(guessed)).isEmpty();
        assertThat(paths.providerOf(PROVIDER.toString())).isEmpty();
        assertThat(paths.providerOf(PROVIDER + ".")).isEmpty();
        assertThat(paths.providerOf("")).isEmpty();
        assertThat(paths.providerOf("nobody.0123")).isEmpty();
    }
}
