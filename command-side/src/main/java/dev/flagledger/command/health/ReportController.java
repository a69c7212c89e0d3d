package dev.flagledger.command.health;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.secret.HealthPaths;
import dev.flagledger.api.health.HealthCommand.ReportHealth;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.report.HealthProvider;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
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

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;
    private final HealthPaths paths;

    ReportController(Commands commands, Ids ids, History<Installation> fold, HealthPaths paths) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
        this.paths = paths;
    }

    /**
     * Reports on unknown features or environments are ignored: a monitoring system may cover more than the project.
     */
    @PostMapping("/api/v1/feature-health/{path}")
    void report(Attribution caller, @PathVariable String path, Form form) {
        var from = found(paths.providerOf(path).flatMap(this::provider), "FeatureHealthProvider");
        var kind = from.provider().kind();
        var said = switch (kind) {
            case WEBHOOK -> WebhookReport.read(form);
            case GRAFANA -> GrafanaReport.read(form);
        };
        var reports = reports(from.project(), said);
        if (!reports.isEmpty()) {
            commands.send(
                    new ReportHealth(from.project().id(), kind, from.provider().id(), reports), caller);
        }
    }

    private record From(Project project, HealthProvider provider) {}

    private Optional<From> provider(UUID id) {
        return fold.state().projects().values().stream()
                .flatMap(project -> project.reports().healthProviders().values().stream()
                        .map(provider -> new From(project, provider)))
                .filter(from -> from.provider().id().equals(id))
                .findAny();
    }

    private List<HealthReport> reports(Project project, List<ReportedHealth> said) {
        var drawn = ids.many(Ids.Kind.HEALTH_EVENT, said.size());
        return said.stream()
                .flatMap(one -> Stream.ofNullable(one.in(project, drawn.next()).orElse(null)))
                .toList();
    }
}
