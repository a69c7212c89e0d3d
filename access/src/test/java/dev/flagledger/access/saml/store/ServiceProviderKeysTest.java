package dev.flagledger.access.saml.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServiceProviderKeysTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());
    private static final InstallationKey KEY = new InstallationKey(JDBC, new InstallationSecret(JDBC, ""), "");

    private final ServiceProviderKeys keys = new ServiceProviderKeys(JDBC, KEY, new TurnedClock());

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

    private static List<String> rows(String table) {
        return JDBC.sql("select t::text from access." + table + " t")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
