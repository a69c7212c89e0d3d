package dev.flagledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void eachDatabaseIsEmptyAndIsolated() throws SQLException {
        var one = TestDatabase.fresh();
        try (var connection = one.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table mark (id int)");
        }

        try (var connection = DriverManager.getConnection(TestDatabase.fresh().url());
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }
}
