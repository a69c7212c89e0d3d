package dev.flagledger.standalone.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether a node can serve, in the form that the API promises.
 *
 * @param database whether the database answers, under the name that probes written for Flagsmith look for
 * @param migrations whether its tables are as this build wants them, likewise
 * @param waitingFor the parts that cannot serve
 * @param rebuilding the read models that are made anew while the old ones answer
 * @param degraded what the node cannot serve although it serves all else
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

    /** The parts in the order in which a node comes to have them. */
    private static final List<String> PARTS = List.of(DATABASE, MIGRATIONS, "fold", "projections");

    /** What the group of these parts says of itself. */
    static NodeHealth of(@Nullable HealthDescriptor readiness) {
        if (!(readiness instanceof CompositeHealthDescriptor group)) {
            throw new IllegalArgumentException("A group of parts was expected, not " + readiness);
        }
        var parts = Objects.requireNonNull(group.getComponents());
        return new NodeHealth(
                word(group.getStatus()),
                serves(parts, DATABASE) ? "working" : "unavailable",
                serves(parts, MIGRATIONS) ? "working" : "unavailable",
                PARTS.stream().filter(part -> !serves(parts, part)).toList(),
                details(parts, ProjectionsHealthIndicator.REBUILDING),
                details(parts, FoldHealthIndicator.MISSING));
    }

    private static String word(Status status) {
        if (status.equals(Status.UP)) {
            return OK;
        }
        return status.equals(HealthStatuses.DEGRADED) ? "degraded" : "not ready";
    }

    private static boolean serves(Map<String, HealthDescriptor> parts, String name) {
        var part = parts.get(name);
        return part != null && !word(part.getStatus()).equals("not ready");
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
