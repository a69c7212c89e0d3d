package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.secret.BrokenSealException;
import dev.flagledger.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClientSecretsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh().migrated();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private final ClientSecrets secrets = new ClientSecrets(JDBC, TestAccounts.key(DATABASE));

    @Test
    void aSecretIsReplacedAndRemoved() {
        secrets.store(1, "one");
        secrets.store(1, "tw\u00f6");
        assertThat(secrets.find(1)).hasValue("tw\u00f6");

        secrets.remove(1);
        assertThat(secrets.find(1)).isEmpty();
    }

    @Test
    void noSecretIsStoredInClear() {
        secrets.store(2, "un-guess-able");

        assertThat(JDBC.sql("select encode(sealed, 'escape') from access.client_secret where provider_id = 2")
                        .query(String.class)
                        .single())
                .doesNotContain("un-guess-able");
    }

    /** Whoever can write the table cannot have the secret of one provider sent to another. */
    @Test
    void aSecretIsBoundToItsProvider() {
        secrets.store(3, "un-guess-able");
        JDBC.sql("update access.client_secret set provider_id = 4 where provider_id = 3")
                .update();

        assertThatThrownBy(() -> secrets.find(4)).isInstanceOf(BrokenSealException.class);
    }
}
