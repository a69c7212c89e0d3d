package dev.flagledger.command.health;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.health.HealthCommand.DismissReport;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.installation.id.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that dismisses a provider's report. */
@RestController
class DismissalController {

    private final Ids ids;

    DismissalController(Ids ids) {
        this.ids = ids;
    }

    @PostMapping("/api/v1/projects/{projectId}/feature-health/events/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(CommandContext context, @PathVariable int projectId, @PathVariable int id) {
        var project = context.access().project(projectId, Permission.PROJECT_ADMIN);
        var provider = found(
                project.reports().healthProviders().values().stream()
                        .filter(known -> known.report(id).isPresent())
                        .findAny(),
                "FeatureHealthEvent");
        int healthy = ids.next(Ids.Kind.HEALTH_EVENT);
        context.send(new DismissReport(projectId, provider.kind(), id, healthy));
    }
}
