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
 * The database has the last migrations that this build knows. A node migrates before it serves, so this fails only if the
 * database is replaced under it, by an older backup for instance. What a newer node has added does no harm.
 */
@Component
class MigrationsHealthIndicator implements HealthIndicator {

    private final DataSource database;
    private final List<Last> wanted;

    MigrationsHealthIndicator(DataSource database, Flyway flyway) {
        this.database = database;
        this.wanted = ModuleSchemas.all(flyway.getConfiguration()).stream()
                .map(Last::of)
                .toList();
    }

    /** The last migration of a schema, and the table that records that it was run. */
    private record Last(String table, String version) {

        static Last of(Flyway flyway) {
            var settings = flyway.getConfiguration();
            return new Last(
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
        DatabaseQuestion allApplied = this::areAppliedIn;
        return HealthStatuses.upIf(allApplied.answeredBy(database));
    }

    private boolean areAppliedIn(Connection connection) throws SQLException {
        for (var last : wanted) {
            if (!last.isAppliedIn(connection)) {
                return false;
            }
        }
        return true;
    }
}
