package dev.flagledger.standalone.health;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while the database does not respond. */
@Component
class DatabaseHealthIndicator implements HealthIndicator {

    private static final DatabaseCheck VALID = connection -> connection.isValid(DatabaseCheck.TIMEOUT_SECONDS);

    private final DataSource database;

    DatabaseHealthIndicator(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return HealthStatuses.upIf(VALID.passes(database));
    }
}
