package dev.flagledger.access.saml.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SamlStoreTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());
    private static final InstallationKey KEY = new InstallationKey(JDBC, new InstallationSecret(JDBC, ""), "");

    private final TurnedClock clock = new TurnedClock();
    private final ServiceProviderKeys keys = new ServiceProviderKeys(JDBC, KEY, clock);
    private final SeenAssertions seen = new SeenAssertions(JDBC);
    private final ExpiredLogins expired = new ExpiredLogins(JDBC, clock);

    @Test
    void aKeyIsFoundAgainAndSealed() {
        var pair = keys.draw();
        keys.store(5, pair);

        assertThat(keys.of(5)).isEqualTo(pair);
        var encoded = HexFormat.of().formatHex(pair.key().getEncoded());
        var secretPart = encoded.substring(encoded.length() - 40);
        assertThat(rows("saml_key")).isNotEmpty().noneMatch(row -> row.contains(secretPart));
        keys.remove(5);
        keys.remove(5);
        assertThat(rows("saml_key")).isEmpty();
    }

    @Test
    void anAssertionIsUsedOnceByAConfiguration() {
        var until = clock.instant().plusSeconds(60);
        assertThat(seen.use(1, "a", until)).isTrue();
        assertThat(seen.use(1, "a", until)).isFalse();
        assertThat(seen.use(2, "a", until)).isTrue();

        clock.turn(Duration.ofSeconds(59));
        expired.delete();
        assertThat(seen.use(1, "a", until)).isFalse();
        clock.turn(Duration.ofSeconds(1));
        expired.delete();
        assertThat(rows("saml_seen")).isEmpty();
    }

    private static List<String> rows(String table) {
        return JDBC.sql("select t::text from access." + table + " t")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
