package dev.flagledger.standalone.health;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.stereotype.Component;

/** Whether this node can serve: what the health indicators of the group {@code readiness} say together. */
@Component
public final class Readiness {

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("health").start(task);

    private final HealthEndpoint endpoint;

    Readiness(HealthEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Whether every part of the node can serve now. */
    public boolean serves() {
        return health().waitingFor().isEmpty();
    }

    /** All parts are asked at once, since several may have to wait for the same database. */
    NodeHealth health() {
        var asked = NodeHealth.PARTS.stream()
                .map(part -> CompletableFuture.supplyAsync(() -> health(part), THREADS))
                .toList();
        var parts = new LinkedHashMap<String, HealthDescriptor>();
        for (int part = 0; part < asked.size(); part++) {
            parts.put(NodeHealth.PARTS.get(part), asked.get(part).join());
        }
        return NodeHealth.of(parts);
    }

    private HealthDescriptor health(String part) {
        return Objects.requireNonNull(endpoint.healthForPath("readiness", part), part);
    }
}
