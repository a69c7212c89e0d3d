package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.ApiKeys.Holder;
import dev.flagledger.access.secret.ApiKeys.Kept;
import dev.flagledger.testing.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiKeysTest {

    private static final Instant NOW = Instant.parse("2031-03-04T09:10:11.123456Z");

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final ApiKeys keys = new ApiKeys(jdbc, new CredentialChanges());

    @Test
    void aKeyHasTheFormatThatClientsExpect() {
        var key = ApiKeys.draw();

        assertThat(key.text()).matches("[0-9A-Za-z]{8}\\.[0-9A-Za-z]{32}").startsWith(key.prefix() + ".");
        assertThat(ApiKeys.draw().text()).isNotEqualTo(key.text());
    }

    @Test
    void aKeyIsFoundByItsCompleteTextOnly() {
        var key = ApiKeys.draw();
        keys.store(new Holder(3, "tf"), key, null);

        assertThat(holder(key.text())).contains(new Holder(3, "tf"));
        assertThat(holder(key.prefix())).isEmpty();
        assertThat(holder(key.text() + "x")).isEmpty();
    }

    @Test
    void theKeyItselfIsNotStored() {
        var key = ApiKeys.draw();
        keys.store(new Holder(3, "tf"), key, null);

        var row = jdbc.sql("select api_key::text from access.api_key")
                .query(String.class)
                .single();

        assertThat(row).contains(key.prefix()).doesNotContain(key.text().substring(9));
    }

    @Test
    void aKeyHasAnExpiry() {
        var key = ApiKeys.draw();
        keys.store(new Holder(3, "tf"), key, NOW);
        assertThat(keys.find(key.text())).contains(new Kept(new Holder(3, "tf"), NOW));

        keys.expire(3, null);
        assertThat(keys.find(key.text())).contains(new Kept(new Holder(3, "tf"), null));
    }

    @Test
    void aKeyCanBeRenamedAndRemoved() {
        var key = ApiKeys.draw();
        keys.store(new Holder(3, "tf"), key, null);

        keys.rename(new Holder(3, "pipeline"));
        assertThat(holder(key.text())).contains(new Holder(3, "pipeline"));

        keys.remove(3);
        keys.remove(3);
        assertThat(holder(key.text())).isEmpty();
    }

    private Optional<Holder> holder(String shown) {
        return keys.find(shown).map(Kept::holder);
    }
}
