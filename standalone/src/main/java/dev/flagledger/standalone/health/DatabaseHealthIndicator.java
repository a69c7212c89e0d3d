package dev.flagledger.standalone.health;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A node without its database can do nothing but answer from memory. */
@Component
class DatabaseHealthIndicator implements HealthIndicator {

    private static final DatabaseQuestion ALIVE = connection -> connection.isValid(DatabaseQuestion.PATIENCE_SECONDS);

    private final DataSource database;

    DatabaseHealthIndicator(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return HealthStatuses.upIf(ALIVE.answeredBy(database));
    }
}
