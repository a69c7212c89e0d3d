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

    private final TestDatabase fresh = TestDatabase.fresh();
    private final DataSource database = fresh.dataSource();
    private final MigrationsHealthIndicator migrations = new MigrationsHealthIndicator(
            database, Flyway.configure().dataSource(database).load());

    @Test
    void aDatabaseWithAllMigrationsIsReady() {
        fresh.migrated();

        assertThat(migrations.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anEmptyDatabaseIsNotReady() {
        assertThat(migrations.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access", "command", "installation", "ledger", "query", "webhook"})
    void aDatabaseWithoutTheLastMigrationOfASchemaIsNotReady(String schema) {
        fresh.migrated();
        JdbcClient.create(database)
                .sql(
                        "DELETE FROM %1$s.flyway_schema_history WHERE installed_rank = (SELECT max(installed_rank) FROM %1$s.flyway_schema_history)"
                                .formatted(schema))
                .update();

        assertThat(migrations.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }
}
