package dev.flagledger.contract.audit.feature;

import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.audit.line.AuditLine.Place;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObjectType;
import dev.flagledger.contract.view.audit.AuditTexts;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.report.HealthProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of health events. Reports have no uuid, so lines about them have the provider's. */
public final class HealthLines {

    private HealthLines() {}

    public static Stream<AuditLine> of(Installation before, HealthEvent event, Installation after) {
        // A removed provider is only in the state before, an added one only in the state after.
        return Stream.of(after, before)
                .flatMap(state -> state.project(event.projectId()).stream())
                .flatMap(project ->
                        Optional.ofNullable(project.reports().healthProviders().get(event.provider())).stream()
                                .flatMap(provider -> of(project, provider, event)))
                .limit(1);
    }

    private static Stream<AuditLine> of(Project project, HealthProvider provider, HealthEvent event) {
        var name = provider.kind().wireName();
        var projectName = project.settings().name();
        var related = new RelatedObject(RelatedObjectType.FEATURE_HEALTH, null, provider.id());
        return switch (event) {
            case ProviderAdded _ ->
                Stream.of(new AuditLine(
                        AuditTexts.healthProviderAdded(name, projectName),
                        Place.of(project),
                        related,
                        ChangeType.CREATE,
                        List.of()));
            case ProviderRemoved _ ->
                Stream.of(new AuditLine(
                        AuditTexts.healthProviderRemoved(name, projectName),
                        Place.of(project),
                        related,
                        ChangeType.DELETE,
                        List.of()));
            case HealthChanged e -> changed(project, provider, e.report()).stream();
        };
    }

    /** Empty if the feature or environment no longer exists. */
    private static Optional<AuditLine> changed(Project project, HealthProvider provider, HealthReport report) {
        return provider.report(report.id()).map(_ -> {
            var environment = report.environmentId();
            var reason = report.reason();
            var text = AuditTexts.healthChanged(
                    report.status().toString(),
                    project.feature(report.featureId()).name(),
                    environment == null
                            ? null
                            : project.environment(environment).settings().name(),
                    provider.kind().wireName(),
                    reason == null ? null : formatted(reason));
            return new AuditLine(
                    text,
                    environment == null ? Place.of(project) : Place.of(project, environment),
                    new RelatedObject(RelatedObjectType.FEATURE_HEALTH, report.id(), provider.id()),
                    ChangeType.UNKNOWN,
                    List.of());
        });
    }

    private static String formatted(HealthReason reason) {
        return Stream.concat(
                        reason.textBlocks().stream().map(block -> titled(block.title(), block.text())),
                        reason.urlBlocks().stream().map(block -> titled(block.title(), block.url())))
                .collect(Collectors.joining("\n"));
    }

    private static String titled(@Nullable String title, String what) {
        return title == null || title.isEmpty() ? what : title + ": " + what;
    }
}
