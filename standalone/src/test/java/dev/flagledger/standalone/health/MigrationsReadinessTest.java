package dev.flagledger.standalone.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsReadinessTest {

    private final TestDatabase fresh = TestDatabase.fresh();
    private final DataSource database = fresh.dataSource();
    private final MigrationsReadiness readiness = new MigrationsReadiness(
            database, Flyway.configure().dataSource(database).load());

    @Test
    void aDatabaseWithAllMigrationsIsReady() {
        fresh.migrated();

        assertThat(readiness.ready()).isTrue();
    }

    @Test
    void anEmptyDatabaseIsNot() {
        assertThat(readiness.ready()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "ledger"})
    void aDatabaseThatLacksTheLastMigrationOfASchemaIsNot(String schema) {
        fresh.migrated();
        JdbcClient.create(database)
                .sql(
                        "DELETE FROM %1$s.flyway_schema_history WHERE installed_rank = (SELECT max(installed_rank) FROM %1$s.flyway_schema_history)"
                                .formatted(schema))
                .update();

        assertThat(readiness.ready()).isFalse();
    }
}
