package dev.flagledger.standalone.health;

import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.stereotype.Component;

/** Whether this node can serve: what the health indicators of the group {@code readiness} say together. */
@Component
public final class Readiness {

    private final HealthEndpoint endpoint;

    Readiness(HealthEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Whether every part of the node can serve now. */
    public boolean serves() {
        return health().waitingFor().isEmpty();
    }

    NodeHealth health() {
        return NodeHealth.of(endpoint.healthForPath("readiness"));
    }
}
