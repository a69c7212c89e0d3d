package dev.flagledger.standalone.health;

import dev.flagledger.ledger.schema.ModuleSchemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Out of service if the database lacks the last migration of a schema. A node migrates when it starts, so this happens
 * only if the database is replaced while it runs, such as by an older backup. Newer migrations are ignored.
 */
@Component
class MigrationsHealthIndicator implements HealthIndicator {

    private final DataSource database;
    private final List<LastMigration> required;

    MigrationsHealthIndicator(DataSource database, Flyway flyway) {
        this.database = database;
        this.required = ModuleSchemas.all(flyway.getConfiguration()).stream()
                .map(LastMigration::of)
                .toList();
    }

    /** The last migration of a schema, and the table in which Flyway records it. */
    private record LastMigration(String table, String version) {

        static LastMigration of(Flyway flyway) {
            var settings = flyway.getConfiguration();
            return new LastMigration(
                    settings.getDefaultSchema() + "." + settings.getTable(),
                    Arrays.stream(flyway.info().all())
                            .filter(migration -> migration.getState().isResolved())
                            .map(MigrationInfo::getVersion)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElseThrow()
                            .getVersion());
        }

        boolean isAppliedIn(Connection connection) throws SQLException {
            try (var query = connection.prepareStatement("SELECT FROM " + table + " WHERE version = ? AND success")) {
                query.setString(1, version);
                try (var applied = query.executeQuery()) {
                    return applied.next();
                }
            }
        }
    }

    @Override
    public Health health() {
        DatabaseCheck allApplied = this::areAppliedIn;
        return HealthStatuses.upIf(allApplied.passes(database));
    }

    private boolean areAppliedIn(Connection connection) throws SQLException {
        for (var last : required) {
            if (!last.isAppliedIn(connection)) {
                return false;
            }
        }
        return true;
    }
}
