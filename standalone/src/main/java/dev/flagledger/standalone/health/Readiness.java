package dev.flagledger.standalone.health;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.stereotype.Component;

/** Whether this node can serve, by the health indicators of the group {@code readiness}. */
@Component
public final class Readiness {

    private static final Executor EXECUTOR =
            task -> Thread.ofVirtual().name("health").start(task);

    private final HealthEndpoint endpoint;

    Readiness(HealthEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Whether every part of the node can serve now. */
    public boolean serves() {
        return health().waitingFor().isEmpty();
    }

    /** Checks all parts concurrently, since several may wait for the database. */
    NodeHealth health() {
        var checks = NodeHealth.PARTS.stream()
                .map(part -> CompletableFuture.supplyAsync(() -> health(part), EXECUTOR))
                .toList();
        var parts = new LinkedHashMap<String, HealthDescriptor>();
        for (int part = 0; part < checks.size(); part++) {
            parts.put(NodeHealth.PARTS.get(part), checks.get(part).join());
        }
        return NodeHealth.of(parts);
    }

    private HealthDescriptor health(String part) {
        return Objects.requireNonNull(endpoint.healthForPath("readiness", part), part);
    }
}
