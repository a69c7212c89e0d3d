package dev.flagledger.standalone.health;

import dev.flagledger.ledger.Readiness;
import dev.flagledger.ledger.projection.Rebuilding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alive as long as it answers and has not lost its connections; ready when every part of the node is. */
@RestController
class HealthController {

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("health").start(task);

    private final List<Readiness> parts;
    private final PoolWatch connections;
    private final Rebuilding readModels;

    HealthController(List<Readiness> parts, PoolWatch connections, Rebuilding readModels) {
        this.parts = parts;
        this.connections = connections;
        this.readModels = readModels;
    }

    @GetMapping("/health/liveness")
    ResponseEntity<Map<String, String>> alive() {
        return connections.isUsedUp()
                ? ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "out of connections"))
                : ResponseEntity.ok(Map.of("status", Health.OK));
    }

    @GetMapping({"/health", "/health/readiness", "/healthcheck"})
    ResponseEntity<Health> ready() {
        List<String> waiting = waitingFor();
        var status = waiting.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        var degraded = parts.stream().flatMap(part -> part.degraded().stream()).toList();
        return ResponseEntity.status(status).body(Health.of(waiting, readModels.rebuilding(), degraded));
    }

    /** All are asked at once, since several may have to wait for the same database. */
    private List<String> waitingFor() {
        var asked = parts.stream()
                .map(part -> CompletableFuture.supplyAsync(
                        () -> part.ready() ? Optional.<String>empty() : Optional.of(part.name()), THREADS))
                .toList();
        return asked.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }
}
