package dev.flagledger.standalone.health;

import dev.flagledger.ledger.projection.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while a projection has stopped or keeps failing; lists the read models that are being rebuilt. */
@Component
class ProjectionsHealthIndicator implements HealthIndicator {

    static final String REBUILDING = "rebuilding";

    private final Projections<?> projections;

    ProjectionsHealthIndicator(Projections<?> projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        return (projections.ready() ? Health.up() : Health.outOfService())
                .withDetail(REBUILDING, projections.rebuilding())
                .build();
    }
}
