package dev.flagledger.query.event.identity;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.installation.identity.log.IdentityHistory;
import dev.flagledger.installation.identity.log.IdentityStep;
import dev.flagledger.query.event.EventHistory;
import dev.flagledger.query.event.ask.EventParameters;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.table.OfProject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Reads the history of an identity, which may have been deleted. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/identities/{identityId}/history")
class IdentityHistoryController {

    private final EventHistory events;
    private final IdentityHistory history;
    private final JsonMapper json;

    IdentityHistoryController(EventHistory events, IdentityHistory history, JsonMapper json) {
        this.events = events;
        this.history = history;
        this.json = json;
    }

    @GetMapping
    HistoryPage list(
            AccessContext access,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            HttpServletRequest request) {
        var environment = access.within(apiKey, Permission.VIEW_IDENTITIES);
        var project = access.project(environment.projectId(), Permission.VIEW_AUDIT_LOG);
        var query = EventParameters.read(request, access.installation()).ofIdentity(identityId, environment.id());
        var decided = events.newest(new OfProject(project.id()), query, query.page());
        var reported = history.of(environment.id(), identityId);
        if (decided.isEmpty() && reported.isEmpty()) {
            throw new Rejected(new Rejection.Missing("Identity"));
        }
        return HistoryPage.of(
                request,
                decided.stream().map(HistoryView::of),
                reported(reported, query).reversed().stream(),
                query.page());
    }

    private List<HistoryView> reported(List<IdentityStep> steps, EventQuery query) {
        return steps.stream()
                .filter(step -> query.time().includes(step.at()))
                .map(ReportedChange::of)
                .map(reported -> HistoryView.of(
                        reported,
                        json.writeValueAsString(reported.difference())))
                .toList();
    }
}
