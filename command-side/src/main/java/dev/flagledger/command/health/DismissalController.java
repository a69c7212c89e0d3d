package dev.flagledger.command.health;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.health.HealthCommand.DismissReport;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that dismisses a provider's report. */
@RestController
class DismissalController {

    private final Commands commands;
    private final Ids ids;
    private final History<Installation> fold;

    DismissalController(Commands commands, Ids ids, History<Installation> fold) {
        this.commands = commands;
        this.ids = ids;
        this.fold = fold;
    }

    @PostMapping("/api/v1/projects/{projectId}/feature-health/events/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Attribution caller, @PathVariable int projectId, @PathVariable int id) {
        var project = new AccessContext(fold.state(), caller.actor()).project(projectId, Permission.PROJECT_ADMIN);
        var provider = found(
                project.reports().healthProviders().values().stream()
                        .filter(known -> known.report(id).isPresent())
                        .findAny(),
                "FeatureHealthEvent");
        int healthy = ids.next(Ids.Kind.HEALTH_EVENT);
        commands.send(new DismissReport(projectId, provider.kind(), id, healthy), caller);
    }
}
