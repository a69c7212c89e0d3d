package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WebhookSecretsTest {

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final WebhookSecrets secrets = new WebhookSecrets(JdbcClient.create(database.dataSource()));

    @Test
    void aSecretIsFoundUntilItIsRemoved() {
        secrets.store(41, "first");
        secrets.store(42, "other");
        secrets.store(41, "clé");
        assertThat(secrets.find(41)).contains("clé");

        secrets.remove(41);
        secrets.remove(41);
        assertThat(secrets.find(41)).isEmpty();
        assertThat(secrets.find(42)).contains("other");
    }

    @Test
    void anEmptySecretIsStored() {
        secrets.store(41, "");

        assertThat(secrets.find(41)).contains("");
    }
}
