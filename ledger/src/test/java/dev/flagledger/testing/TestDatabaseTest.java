package dev.flagledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Test
    void migratedDatabasesAreIsolatedWhetherCopiedOrNot() {
        var copied = TestDatabase.fresh().migrated();
        var used = TestDatabase.fresh();
        var jdbc = JdbcClient.create(used.dataSource());
        used.migrated();

        jdbc.sql("update ledger.checkpoint_floor set position = 7").update();

        assertThat(floor(used)).isEqualTo(7);
        assertThat(floor(copied)).isZero();
        assertThat(floor(TestDatabase.fresh().migrated())).isZero();
    }

    private static int floor(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("select position from ledger.checkpoint_floor")
                .query(Integer.class)
                .single();
    }
}
