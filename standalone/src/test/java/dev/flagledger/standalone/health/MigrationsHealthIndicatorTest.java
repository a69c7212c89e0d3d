package dev.flagledger.standalone.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsHealthIndicatorTest {

    @Test
    void aDatabaseWithAllMigrationsIsReady() {
        var database = TestDatabase.fresh().migrated().dataSource();

        assertThat(statusOf(database)).isEqualTo(Status.UP);
    }

    @Test
    void anEmptyDatabaseIsNotReady() {
        assertThat(statusOf(TestDatabase.fresh().dataSource())).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access", "command", "installation", "ledger", "query", "webhook"})
    void aDatabaseWithoutTheLastMigrationOfASchemaIsNotReady(String schema) {
        var database = TestDatabase.fresh().migrated().dataSource();
        JdbcClient.create(database)
                .sql(
                        "DELETE FROM %1$s.flyway_schema_history WHERE installed_rank = (SELECT max(installed_rank) FROM %1$s.flyway_schema_history)"
                                .formatted(schema))
                .update();

        assertThat(statusOf(database)).isEqualTo(Status.OUT_OF_SERVICE);
    }

    private static Status statusOf(DataSource database) {
        var flyway = Flyway.configure().dataSource(database).load();
        return new MigrationsHealthIndicator(database, flyway).health().getStatus();
    }
}
