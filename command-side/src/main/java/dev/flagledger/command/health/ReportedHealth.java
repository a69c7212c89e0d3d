package dev.flagledger.command.health;

import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider's report, which names the feature and the environment by name only.
 *
 * @param environment null for all environments
 * @param source identifies the alert; null if the provider does not distinguish alerts
 */
record ReportedHealth(
        String feature,
        @Nullable String environment,
        @Nullable String source,
        Status status,
        @Nullable HealthReason reason) {

    /** The report with ids; empty if the project has no such feature or environment. */
    Optional<HealthReport> resolve(Project project, int id) {
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
