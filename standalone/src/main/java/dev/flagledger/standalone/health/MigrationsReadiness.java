package dev.flagledger.standalone.health;

import dev.flagledger.platform.Readiness;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.stereotype.Component;

/**
 * The database has the last migration that this build knows. A node migrates before it serves, so this fails only if the
 * database is replaced under it, by an older backup for instance. What a newer node has added does no harm.
 */
@Component
class MigrationsReadiness implements Readiness {

    static final String NAME = "migrations";

    private final DataSource database;
    private final String table;
    private final String wanted;

    MigrationsReadiness(DataSource database, Flyway flyway) {
        this.database = database;
        table = flyway.getConfiguration().getTable();
        wanted = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .getVersion();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ready() {
        DatabaseQuestion migrated = this::isApplied;
        return migrated.answeredBy(database);
    }

    private boolean isApplied(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT FROM " + table + " WHERE version = ? AND success")) {
            query.setString(1, wanted);
            try (var applied = query.executeQuery()) {
                return applied.next();
            }
        }
    }
}
