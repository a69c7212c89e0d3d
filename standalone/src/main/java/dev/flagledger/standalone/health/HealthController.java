package dev.flagledger.standalone.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.platform.Readiness;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alive as soon as it answers; ready when every part of the node is. */
@RestController
class HealthController {

    private final List<Readiness> parts;

    HealthController(List<Readiness> parts) {
        this.parts = parts;
    }

    @GetMapping("/health/liveness")
    Health alive() {
        return Health.OK;
    }

    @GetMapping({"/health", "/health/readiness", "/healthcheck"})
    ResponseEntity<Health> ready() {
        List<String> waiting = parts.stream()
                .filter(part -> !part.ready())
                .map(Readiness::name)
                .toList();
        return waiting.isEmpty()
                ? ResponseEntity.ok(Health.OK)
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("not ready", waiting));
    }

    record Health(
            String status,

            @JsonProperty("waiting_for") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<String> waitingFor) {

        static final Health OK = new Health("ok", List.of());
    }
}
