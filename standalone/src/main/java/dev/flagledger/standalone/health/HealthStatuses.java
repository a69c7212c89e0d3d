package dev.flagledger.standalone.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What the parts of a node say of their health, beside what Spring Boot has words for. */
final class HealthStatuses {

    /** The part serves, but not everything. The node is ready all the same. */
    static final Status DEGRADED = new Status("DEGRADED");

    private HealthStatuses() {}

    /** Up or out of service. */
    static Health upIf(boolean serves) {
        return (serves ? Health.up() : Health.outOfService()).build();
    }
}
