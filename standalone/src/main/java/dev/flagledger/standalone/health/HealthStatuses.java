package dev.flagledger.standalone.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Health statuses of a node's parts, beside Spring Boot's own. */
final class HealthStatuses {

    /** The part cannot serve everything, but the node is ready. */
    static final Status DEGRADED = new Status("DEGRADED");

    private HealthStatuses() {}

    /** Returns {@code UP} or {@code OUT_OF_SERVICE}. */
    static Health upIf(boolean serves) {
        return (serves ? Health.up() : Health.outOfService()).build();
    }
}
