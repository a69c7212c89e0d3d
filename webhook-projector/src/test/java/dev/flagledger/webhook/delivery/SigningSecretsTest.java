package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningSecretsTest {

    private final WebhookSecrets stored =
            new WebhookSecrets(JdbcClient.create(TestDatabase.fresh().migrated().dataSource()));
    private final SigningSecrets secrets = new SigningSecrets(stored);

    @Test
    void aSecretIsReadAgainAfterItsWebhookWasWritten() {
        stored.store(41, "first");
        assertThat(secrets.of(41, 7)).isEqualTo("first");

        stored.store(41, "second");
        assertThat(secrets.of(41, 7)).isEqualTo("first");
        assertThat(secrets.of(41, 8)).isEqualTo("second");
    }

    @Test
    void aWebhookWithoutASecretHasAnEmptyOne() {
        assertThat(secrets.of(41, 7)).isEmpty();
    }
}
