package dev.flagledger.engine.state.report;

import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.ProviderKind;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Reports about a project's features: references in code, and health.
 *
 * @param repositories by URL
 * @param healthProviders by kind
 */
public record FeatureReports(
        PSortedMap<String, Repository> repositories, PSortedMap<ProviderKind, HealthProvider> healthProviders) {

    public static final FeatureReports NONE = new FeatureReports(TreePMap.empty(), TreePMap.empty());

    /** Adds the result of a scan; references to other than these features are dropped. */
    public FeatureReports with(CodeScan scan, Set<Integer> features, Instant at) {
        var url = scan.repositoryUrl();
        var repository = Repository.after(repositories.get(url), scan, features, at);
        return new FeatureReports(with(repositories, repository), healthProviders);
    }

    /** Returns the reports after an event of feature health. */
    public FeatureReports with(HealthEvent event, @Nullable Integer by, Instant at) {
        return switch (event) {
            case ProviderAdded e -> with(HealthProvider.of(e, by));
            case ProviderRemoved e -> new FeatureReports(repositories, healthProviders.minus(e.provider()));
            case HealthChanged e -> with(provider(e).with(e.report(), at));
        };
    }

    public FeatureReports withoutFeature(int featureId) {
        var rest = repositories;
        for (var repository : repositories.values()) {
            rest = with(rest, repository.without(featureId));
        }
        return new FeatureReports(rest, healthProviders).without(report -> report.featureId() == featureId);
    }

    public FeatureReports withoutEnvironment(int environmentId) {
        return without(report -> Objects.equals(report.environmentId(), environmentId));
    }

    private FeatureReports without(Predicate<HealthReport> ended) {
        var reports = this;
        for (var provider : healthProviders.values()) {
            reports = reports.with(provider.without(ended));
        }
        return reports;
    }

    /** Adds or replaces a repository; one without any reference, past or present, is removed. */
    private static PSortedMap<String, Repository> with(
            PSortedMap<String, Repository> repositories, Repository repository) {
        return repository.mentions().isEmpty()
                ? repositories.minus(repository.url())
                : repositories.plus(repository.url(), repository);
    }

    private FeatureReports with(HealthProvider provider) {
        return new FeatureReports(repositories, healthProviders.plus(provider.kind(), provider));
    }

    private HealthProvider provider(HealthEvent event) {
        return Objects.requireNonNull(healthProviders.get(event.provider()), "no such provider of health");
    }
}
