package dev.flagledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void withoutAUserTheUrlHasTheLogin() throws SQLException {
        var own = new Database(TestDatabase.fresh().url(), "", "", null, "");

        assertThat(own.login()).doesNotContainKey("user").doesNotContainKey("password");
        try (var connection = own.connect()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void aUserLogsInWithThePassword() {
        var database = new Database("jdbc:postgresql://db/flags", "otto", "secret", null, "");

        assertThat(database.login()).containsEntry("user", "otto").containsEntry("password", "secret");
        assertThat(new Database("jdbc:postgresql://db/flags", "otto", "", null, "").login())
                .containsEntry("password", "");
    }
}
