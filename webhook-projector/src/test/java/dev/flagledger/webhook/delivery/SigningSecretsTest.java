package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.SigningKeys;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningSecretsTest {

    private final WebhookSecrets stored =
            new WebhookSecrets(JdbcClient.create(TestDatabase.fresh().migrated().dataSource()));
    private final TurnedClock clock = new TurnedClock();
    private final SigningSecrets secrets = new SigningSecrets(stored, clock);

    @Test
    void aSecretIsReadAgainAfterItsWebhookWasWritten() {
        stored.store(41, "first");
        assertThat(secrets.of(41, 7).secret()).isEqualTo("first");

        stored.store(41, "second");
        assertThat(secrets.of(41, 7).secret()).isEqualTo("first");
        assertThat(secrets.of(41, 8).secret()).isEqualTo("second");
    }

    @Test
    void aReplacedSecretIsUsedForAMomentAtMost() {
        stored.store(41, "first");
        secrets.of(41, 7);
        stored.rotate(41, "second", Duration.ofHours(1));

        clock.turn(Duration.ofSeconds(1));

        assertThat(secrets.of(41, 7).secret()).isEqualTo("second");
        assertThat(secrets.of(41, 7).previous()).isEqualTo("first");
    }

    @Test
    void aWebhookWithoutASecretHasNoKeys() {
        assertThat(secrets.of(41, 7)).isSameAs(SigningKeys.NONE);
    }
}
