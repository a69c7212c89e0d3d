package dev.flagledger.query.event.identity;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.query.event.ask.EventParameters;
import dev.flagledger.query.event.table.OfProject;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the history of an identity, which may have been deleted. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/identities/{identityId}/history")
class IdentityHistoryController {

    private final IdentityEntries entries;

    IdentityHistoryController(IdentityEntries entries) {
        this.entries = entries;
    }

    @GetMapping
    HistoryPage list(
            AccessContext access,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            HttpServletRequest request) {
        var environment = access.within(apiKey, Permission.VIEW_IDENTITIES);
        var project = access.project(environment.projectId(), Permission.VIEW_AUDIT_LOG);
        var query = EventParameters.readWithoutPositions(request, access.installation());
        var found = entries.find(new OfProject(project.id()), query, environment.id(), identityId);
        return HistoryPage.of(request, found, query.page());
    }
}
