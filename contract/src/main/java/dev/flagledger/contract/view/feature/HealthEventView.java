package dev.flagledger.contract.view.feature;

import dev.flagledger.api.health.HealthReason;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.report.HealthProvider;
import dev.flagledger.engine.state.report.HealthProvider.Reported;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A health event of a feature in the admin API.
 *
 * @param environment null for all environments
 */
public record HealthEventView(
        int id,
        String createdAt,
        @Nullable Integer environment,
        int feature,
        String providerName,
        @Nullable HealthReason reason,
        String type) {

    /** The last event per feature, environment, provider and alert, newest first. */
    public static List<HealthEventView> all(Project project) {
        return project.reports().healthProviders().values().stream()
                .flatMap(provider -> provider.reports().values().stream().map(reported -> of(provider, reported)))
                .sorted(Comparator.comparing(HealthEventView::id).reversed())
                .toList();
    }

    private static HealthEventView of(HealthProvider provider, Reported reported) {
        var report = reported.report();
        return new HealthEventView(
                report.id(),
                WireTime.rest(reported.at()),
                report.environmentId(),
                report.featureId(),
                provider.kind().wireName(),
                report.reason(),
                report.status().name());
    }
}
