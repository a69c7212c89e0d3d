package dev.flagledger.standalone.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsReadinessTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestDatabase.fresh().url());
    private final Flyway flyway = Flyway.configure().dataSource(database).load();
    private final MigrationsReadiness readiness = new MigrationsReadiness(database, flyway);

    @Test
    void aDatabaseWithAllMigrationsIsReady() {
        flyway.migrate();

        assertThat(readiness.ready()).isTrue();
    }

    @Test
    void anEmptyDatabaseIsNot() {
        assertThat(readiness.ready()).isFalse();
    }

    @Test
    void aDatabaseThatLacksTheLastMigrationIsNot() {
        flyway.migrate();
        JdbcClient.create(database)
                .sql("DELETE FROM flyway_schema_history WHERE installed_rank ="
                        + " (SELECT max(installed_rank) FROM flyway_schema_history)")
                .update();

        assertThat(readiness.ready()).isFalse();
    }
}
