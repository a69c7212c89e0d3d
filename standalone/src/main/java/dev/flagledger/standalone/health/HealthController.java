package dev.flagledger.standalone.health;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves Actuator's groups of health indicators in the format of Flagsmith's probes. */
@RestController
class HealthController {

    private final HealthEndpoint endpoint;
    private final Readiness readiness;

    HealthController(HealthEndpoint endpoint, Readiness readiness) {
        this.endpoint = endpoint;
        this.readiness = readiness;
    }

    @GetMapping("/health/liveness")
    ResponseEntity<Map<String, String>> alive() {
        var liveness = Objects.requireNonNull(endpoint.healthForPath("liveness"));
        return Status.UP.equals(liveness.getStatus())
                ? ResponseEntity.ok(Map.of("status", NodeHealth.OK))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "out of connections"));
    }

    @GetMapping({"/health", "/health/readiness", "/healthcheck"})
    ResponseEntity<NodeHealth> ready() {
        var health = readiness.health();
        return ResponseEntity.status(health.waitingFor().isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(health);
    }
}
