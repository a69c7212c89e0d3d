package dev.flagledger.query.audit.feature;

import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.health.HealthReason;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.report.HealthProvider;
import dev.flagledger.query.audit.line.AuditLine;
import dev.flagledger.query.audit.line.AuditLine.ChangeType;
import dev.flagledger.query.audit.line.AuditLine.Place;
import dev.flagledger.query.audit.line.AuditLine.RelatedObject;
import dev.flagledger.query.audit.line.AuditLine.RelatedObjectType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what becomes known of the health of features. The provider's uuid stands for a report too, which has none. */
public final class HealthLines {

    private HealthLines() {}

    public static Stream<AuditLine> of(Installation before, HealthEvent event, Installation after) {
        // Of a provider that is removed there is only the state before, of one that is added only the state after.
        return Stream.of(after, before)
                .flatMap(state -> state.project(event.projectId()).stream())
                .flatMap(project ->
                        Optional.ofNullable(project.reports().healthProviders().get(event.provider())).stream()
                                .flatMap(provider -> of(project, provider, event)))
                .limit(1);
    }

    private static Stream<AuditLine> of(Project project, HealthProvider provider, HealthEvent event) {
        var name = provider.kind().wireName();
        var place = project.settings().name();
        var about = new RelatedObject(RelatedObjectType.FEATURE_HEALTH, null, provider.id());
        return switch (event) {
            case ProviderAdded _ ->
                Stream.of(new AuditLine(
                        "Health provider " + name + " set up for project " + place + ".",
                        Place.of(project),
                        about,
                        ChangeType.CREATE,
                        List.of()));
            case ProviderRemoved _ ->
                Stream.of(new AuditLine(
                        "Health provider " + name + " removed from project " + place + ".",
                        Place.of(project),
                        about,
                        ChangeType.DELETE,
                        List.of()));
            case HealthChanged e -> changed(project, provider, e.report()).stream();
        };
    }

    /** Empty where the feature or the environment was gone by then. */
    private static Optional<AuditLine> changed(Project project, HealthProvider provider, HealthReport report) {
        return provider.report(report.id()).map(_ -> {
            var environment = report.environmentId();
            var feature = project.feature(report.featureId()).name();
            var where = environment == null
                    ? ""
                    : " in environment "
                            + project.environment(environment).settings().name();
            var text = "Health status changed to " + report.status() + " for feature " + feature + where + "."
                    + "\n\nProvided by " + provider.kind().wireName();
            var reason = report.reason();
            return new AuditLine(
                    reason == null ? text : text + "\n\nReason:\n" + inWords(reason),
                    environment == null ? Place.of(project) : Place.of(project, environment),
                    new RelatedObject(RelatedObjectType.FEATURE_HEALTH, report.id(), provider.id()),
                    ChangeType.UNKNOWN,
                    List.of());
        });
    }

    private static String inWords(HealthReason reason) {
        return Stream.concat(
                        reason.textBlocks().stream().map(block -> titled(block.title(), block.text())),
                        reason.urlBlocks().stream().map(block -> titled(block.title(), block.url())))
                .collect(Collectors.joining("\n"));
    }

    private static String titled(@Nullable String title, String what) {
        return title == null || title.isEmpty() ? what : title + ": " + what;
    }
}
