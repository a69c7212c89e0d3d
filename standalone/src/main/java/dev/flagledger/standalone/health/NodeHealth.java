package dev.flagledger.standalone.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether a node can serve, as the JSON of the health endpoint.
 *
 * @param database whether the database responds, under the name that Flagsmith's probes read
 * @param migrations whether all migrations are applied, likewise
 * @param waitingFor the parts that are not ready
 * @param rebuilding the read models that are being rebuilt
 * @param degraded what the node cannot serve although it is ready
 */
record NodeHealth(
        String status,
        @JsonProperty("DatabaseBackend") String database,
        @JsonProperty("MigrationsHealthCheck") String migrations,

        @JsonProperty("waiting_for") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> waitingFor,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<?> rebuilding,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<?> degraded) {

    static final String OK = "ok";

    private static final String DATABASE = "database";
    private static final String MIGRATIONS = "migrations";

    /** The parts, in the order in which they become ready. */
    static final List<String> PARTS = List.of(DATABASE, MIGRATIONS, "fold", "projections");

    /** Combines the health of all parts. */
    static NodeHealth of(Map<String, HealthDescriptor> parts) {
        var waitingFor = PARTS.stream().filter(part -> !serves(parts.get(part))).toList();
        var degraded = details(parts, FoldHealthIndicator.MISSING);
        return new NodeHealth(
                status(waitingFor, degraded),
                waitingFor.contains(DATABASE) ? "unavailable" : "working",
                waitingFor.contains(MIGRATIONS) ? "unavailable" : "working",
                waitingFor,
                details(parts, ProjectionsHealthIndicator.REBUILDING),
                degraded);
    }

    private static String status(List<String> waitingFor, List<?> degraded) {
        if (!waitingFor.isEmpty()) {
            return "not ready";
        }
        return degraded.isEmpty() ? OK : "degraded";
    }

    private static boolean serves(@Nullable HealthDescriptor part) {
        return part != null
                && (part.getStatus().equals(Status.UP) || part.getStatus().equals(HealthStatuses.DEGRADED));
    }

    private static List<?> details(Map<String, HealthDescriptor> parts, String name) {
        return parts.values().stream()
                .filter(IndicatedHealthDescriptor.class::isInstance)
                .map(part -> ((IndicatedHealthDescriptor) part).getDetails())
                .filter(Objects::nonNull)
                .flatMap(details -> details.get(name) instanceof List<?> list ? list.stream() : Stream.empty())
                .toList();
    }
}
