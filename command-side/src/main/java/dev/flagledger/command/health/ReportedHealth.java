package dev.flagledger.command.health;

import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.engine.state.Project;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a feature fares, as a provider says it: it knows features and environments by their names only.
 *
 * @param environment null for everywhere
 * @param source which of its alerts says so; null if it tells none apart
 */
record ReportedHealth(
        String feature,
        @Nullable String environment,
        @Nullable String source,
        Status status,
        @Nullable HealthReason reason) {

    /** The same with ids; empty if the project has nothing by these names. */
    Optional<HealthReport> in(Project project, int id) {
        var featureId = project.features().values().stream()
                .filter(known -> known.name().equals(feature))
                .map(known -> known.id())
                .findAny();
        var environmentId = project.environments().values().stream()
                .filter(known -> known.settings().name().equals(environment))
                .map(known -> known.id())
                .findFirst();
        return featureId
                .filter(_ -> environment == null || environmentId.isPresent())
                .map(found -> new HealthReport(id, found, environmentId.orElse(null), source, status, reason));
    }
}
