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
 * What tells how a project's features fare.
 *
 * @param id what the address that it reports to is derived from
 * @param createdBy the user who let it; null if nobody is known
 * @param reports the last one of each of its alerts about each feature in each environment and everywhere, by id
 */
public record HealthProvider(
        ProviderKind kind, UUID id, @Nullable Integer createdBy, PSortedMap<Integer, Reported> reports) {

    /** What it reported, and when. */
    public record Reported(HealthReport report, Instant at) {}

    static HealthProvider of(ProviderAdded e, @Nullable Integer by) {
        return new HealthProvider(e.provider(), e.providerId(), by, TreePMap.empty());
    }

    /** The last report with this id. */
    public Optional<HealthReport> report(int reportId) {
        return Optional.ofNullable(reports.get(reportId)).map(Reported::report);
    }

    /** The report takes the place of the one before it about the same. */
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
