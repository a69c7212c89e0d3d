package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.time.Duration;
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
    void aPreviousSecretStaysValidForSomeTime() {
        secrets.store(41, "first");
        assertThat(secrets.keysOf(41).previous()).isNull();

        secrets.rotate(41, "second", Duration.ofHours(1));
        assertThat(secrets.keysOf(41).secret()).isEqualTo("second");
        assertThat(secrets.keysOf(41).previous()).isEqualTo("first");

        secrets.rotate(41, "third", Duration.ZERO);
        assertThat(secrets.keysOf(41).previous()).isNull();
    }

    @Test
    void aSecretThatIsReplacedWithoutNoticeEndsAllOthers() {
        secrets.store(41, "first");
        secrets.rotate(41, "second", Duration.ofHours(1));

        secrets.store(41, "third");

        assertThat(secrets.keysOf(41).secret()).isEqualTo("third");
        assertThat(secrets.keysOf(41).previous()).isNull();
    }

    @Test
    void theFirstSecretHasNoPreviousOne() {
        secrets.rotate(41, "first", Duration.ofHours(1));
        assertThat(secrets.keysOf(41).previous()).isNull();

        secrets.store(41, "");
        secrets.rotate(41, "second", Duration.ofHours(1));
        assertThat(secrets.keysOf(41).previous()).isNull();
        assertThat(secrets.keysOf(42)).isSameAs(SigningKeys.NONE);
    }

    @Test
    void aKeyPairIsMadeOnceAndStaysWithAnySecret() {
        assertThat(secrets.publicKey(41)).isEmpty();
        secrets.makeKeyPair(41);
        var made = secrets.publicKey(41);
        var key = secrets.keysOf(41).privateKey();

        secrets.makeKeyPair(41);
        secrets.rotate(41, "second", Duration.ofHours(1));

        assertThat(made).hasValueSatisfying(text -> assertThat(text).matches("whpk_[A-Za-z0-9+/]{43}="));
        assertThat(secrets.publicKey(41)).isEqualTo(made);
        assertThat(secrets.keysOf(41).privateKey()).isEqualTo(key).isNotEmpty();

        secrets.forgetKeyPair(41);
        assertThat(secrets.publicKey(41)).isEmpty();
        assertThat(secrets.keysOf(41).privateKey()).isNull();
    }

    @Test
    void anEmptySecretIsStored() {
        secrets.store(41, "");

        assertThat(secrets.find(41)).contains("");
    }
}
