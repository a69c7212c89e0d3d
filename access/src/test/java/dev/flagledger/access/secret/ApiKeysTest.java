package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.ApiKeys.Holder;
import dev.flagledger.testing.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiKeysTest {

    private static final Instant NOW = Instant.parse("2031-03-04T09:10:11.123456Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final ApiKeys keys = new ApiKeys(jdbc, new CredentialChanges());

    @BeforeEach
    void createTheTables() {
        database.migrated();
    }

    @Test
    void aKeyHasTheFormThatClientsKnow() {
        var key = ApiKeys.draw();

        assertThat(key.text()).matches("[0-9A-Za-z]{8}\\.[0-9A-Za-z]{32}").startsWith(key.prefix() + ".");
        assertThat(ApiKeys.draw().text()).isNotEqualTo(key.text());
    }

    @Test
    void aKeyIsKnownByItsWholeTextAlone() {
        var key = ApiKeys.draw();
        keys.store(new Holder(3, "tf"), key, null);

        assertThat(holder(key.text(), NOW)).contains(new Holder(3, "tf"));
        assertThat(holder(key.prefix(), NOW)).isEmpty();
        assertThat(holder(key.text() + "x", NOW)).isEmpty();
    }

    @Test
    void theKeyItselfIsNotKept() {
        var key = ApiKeys.draw();
        keys.store(new Holder(3, "tf"), key, null);

        var row = jdbc.sql("select api_key::text from api_key")
                .query(String.class)
                .single();

        assertThat(row).contains(key.prefix()).doesNotContain(key.text().substring(9));
    }

    @Test
    void aKeyOpensNothingFromTheMomentOfItsExpiryOn() {
        var key = ApiKeys.draw();
        keys.store(new Holder(3, "tf"), key, NOW);
        assertThat(holder(key.text(), NOW.minusNanos(1_000))).isPresent();
        assertThat(holder(key.text(), NOW)).isEmpty();

        keys.expire(3, null);
        assertThat(holder(key.text(), NOW)).isPresent();
    }

    @Test
    void aKeyCanBeRenamedAndForgotten() {
        var key = ApiKeys.draw();
        keys.store(new Holder(3, "tf"), key, null);

        keys.rename(new Holder(3, "pipeline"));
        assertThat(holder(key.text(), NOW)).contains(new Holder(3, "pipeline"));

        keys.remove(3);
        keys.remove(3);
        assertThat(holder(key.text(), NOW)).isEmpty();
    }

    private Optional<Holder> holder(String shown, Instant now) {
        return keys.find(shown).filter(kept -> kept.isValidAt(now)).map(ApiKeys.Kept::holder);
    }
}
