package dev.flagledger.engine.state.report;

import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.ProviderKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A health provider of a project.
 *
 * @param id seed of the secret URL that it reports to
 * @param createdBy id of the user who added it; null for none
 * @param reports the last report for each feature, environment and source, by id
 */
public record HealthProvider(
        ProviderKind kind, UUID id, @Nullable Integer createdBy, PSortedMap<Integer, Reported> reports) {

    /** A report with its time. */
    public record Reported(HealthReport report, Instant at) {}

    static HealthProvider of(ProviderAdded e, @Nullable Integer by) {
        return new HealthProvider(e.provider(), e.providerId(), by, TreePMap.empty());
    }

    /** Returns the report with this id, if there is one. */
    public Optional<HealthReport> report(int reportId) {
        return Optional.ofNullable(reports.get(reportId)).map(Reported::report);
    }

    /** Adds a report, replacing the previous one about the same subject. */
    HealthProvider with(HealthReport report, Instant at) {
        var others = without(known -> known.isAboutTheSameAs(report));
        return others.with(others.reports.plus(report.id(), new Reported(report, at)));
    }

    HealthProvider without(Predicate<HealthReport> ended) {
        var rest = reports;
        for (var reported : reports.values()) {
            rest = ended.test(reported.report()) ? rest.minus(reported.report().id()) : rest;
        }
        return with(rest);
    }

    private HealthProvider with(PSortedMap<Integer, Reported> changed) {
        return new HealthProvider(kind, id, createdBy, changed);
    }
}
