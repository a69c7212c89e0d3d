package dev.flagledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenDatabaseTest {

    @Test
    void withoutTheVariableThereIsNoDatabase() {
        assertThat(GivenDatabase.in(Map.of())).isEmpty();
        assertThat(GivenDatabase.in(Map.of("FLAGLEDGER_DATABASE_URL", "  "))).isEmpty();
    }

    @Test
    void aJdbcUrlIsUsedUnchanged() {
        String address = "jdbc:postgresql://db:5433/flags?user=u&password=secret";

        assertThat(given(address))
                .isEqualTo(new Database(address, "", "", null, "database jdbc:postgresql://db:5433/flags"));
    }

    @Test
    void aUriContainsLoginAndParameters() {
        assertThat(given("postgres://an%40na:p%2Fw+1@db.example:5433/flags?sslmode=require"))
                .isEqualTo(new Database(
                        "jdbc:postgresql://db.example:5433/flags?sslmode=require",
                        "an@na",
                        "p/w+1",
                        null,
                        "database jdbc:postgresql://db.example:5433/flags"));
    }

    @Test
    void loginVariablesOverrideTheUri() {
        Database database = GivenDatabase.in(Map.of(
                        "FLAGLEDGER_DATABASE_URL", "postgresql://anna:old@db/flags",
                        "FLAGLEDGER_DATABASE_USER", "otto",
                        "FLAGLEDGER_DATABASE_PASSWORD", "new"))
                .orElseThrow();

        assertThat(database.user()).isEqualTo("otto");
        assertThat(database.password()).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/flags", "postgres:/flags", "postgres://u:p w@db/flags", "db:5432"})
    void anInvalidAddressIsRejectedWithoutPrintingIt(String address) {
        assertThatThrownBy(() -> given(address))
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith("FLAGLEDGER_DATABASE_URL must look like")
                .hasMessageNotContaining(address);
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(given("postgres://anna:secret@db/flags").toString()).doesNotContain("secret");
        assertThat(given("jdbc:postgresql://db/flags?password=secret").toString())
                .doesNotContain("secret");
    }

    private static Database given(String address) {
        return GivenDatabase.in(Map.of("FLAGLEDGER_DATABASE_URL", address)).orElseThrow();
    }
}
