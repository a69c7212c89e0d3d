package dev.flagledger.standalone.health;

import dev.flagledger.ledger.projection.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A node serves while none of its projections has stopped; what is rebuilt meanwhile is named. */
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
