package dev.flagledger.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.platform.secrets.ApiKeys.Holder;
import dev.flagledger.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiKeysTest {

    private static final Instant NOW = Instant.parse("2031-03-04T09:10:11.123456Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final ApiKeys keys = new ApiKeys(jdbc);

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

        assertThat(keys.holder(key.text(), NOW)).contains(new Holder(3, "tf"));
        assertThat(keys.holder(key.prefix(), NOW)).isEmpty();
        assertThat(keys.holder(key.text() + "x", NOW)).isEmpty();
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
        assertThat(keys.holder(key.text(), NOW.minusNanos(1_000))).isPresent();
        assertThat(keys.holder(key.text(), NOW)).isEmpty();

        keys.expire(3, null);
        assertThat(keys.holder(key.text(), NOW)).isPresent();
    }

    @Test
    void aKeyCanBeRenamedAndForgotten() {
        var key = ApiKeys.draw();
        keys.store(new Holder(3, "tf"), key, null);

        keys.rename(new Holder(3, "pipeline"));
        assertThat(keys.holder(key.text(), NOW)).contains(new Holder(3, "pipeline"));

        keys.remove(3);
        keys.remove(3);
        assertThat(keys.holder(key.text(), NOW)).isEmpty();
    }
}
