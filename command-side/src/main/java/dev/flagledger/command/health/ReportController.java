package dev.flagledger.command.health;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.secret.HealthPaths;
import dev.flagledger.api.health.HealthCommand.ReportHealth;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.report.HealthProvider;
import dev.flagledger.installation.id.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that takes providers' reports. The secret path authenticates the provider. */
@RestController
class ReportController {

    private final Ids ids;
    private final HealthPaths paths;

    ReportController(Ids ids, HealthPaths paths) {
        this.ids = ids;
        this.paths = paths;
    }

    /**
     * Reports on unknown features or environments are ignored: a monitoring system may cover more than the project.
     */
    @PostMapping("/api/v1/feature-health/{path}")
    void report(CommandContext context, @PathVariable String path, Form form) {
        var from = found(paths.providerOf(path).flatMap(id -> provider(context, id)), "FeatureHealthProvider");
        var kind = from.provider().kind();
        var reported = switch (kind) {
            case WEBHOOK -> WebhookReport.read(form);
            case GRAFANA -> GrafanaReport.read(form);
        };
        var reports = reports(from.project(), reported);
        if (!reports.isEmpty()) {
            context.send(
                    new ReportHealth(from.project().id(), kind, from.provider().id(), reports));
        }
    }

    private record From(Project project, HealthProvider provider) {}

    private static Optional<From> provider(CommandContext context, UUID id) {
        return context.installation().projects().values().stream()
                .flatMap(project -> project.reports().healthProviders().values().stream()
                        .map(provider -> new From(project, provider)))
                .filter(from -> from.provider().id().equals(id))
                .findAny();
    }

    private List<HealthReport> reports(Project project, List<ReportedHealth> reported) {
        var allocated = ids.many(Ids.Kind.HEALTH_EVENT, reported.size());
        return reported.stream()
                .flatMap(one ->
                        Stream.ofNullable(one.resolve(project, allocated.next()).orElse(null)))
                .toList();
    }
}
