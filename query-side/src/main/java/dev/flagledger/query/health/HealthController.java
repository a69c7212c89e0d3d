package dev.flagledger.query.health;

import dev.flagledger.access.secret.HealthPaths;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.view.feature.HealthEventView;
import dev.flagledger.contract.view.feature.HealthProviderView;
import dev.flagledger.engine.access.Sight;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a project's features fare, and who tells so. The addresses to tell it to are for those who may give them out. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/feature-health")
class HealthController {

    private final HealthPaths paths;

    HealthController(HealthPaths paths) {
        this.paths = paths;
    }

    @GetMapping("/events")
    List<HealthEventView> events(Sight sight, @PathVariable int projectId) {
        return HealthEventView.all(sight.project(projectId));
    }

    @GetMapping("/providers")
    List<HealthProviderView> providers(Sight sight, @PathVariable int projectId, HttpServletRequest request) {
        var project = sight.project(projectId);
        boolean admin = sight.may(Permission.PROJECT_ADMIN, new Scope.OfProject(projectId));
        return project.reports().healthProviders().values().stream()
                .map(provider -> HealthProviderView.of(
                        sight.installation(), project, provider, admin ? paths.url(request, provider.id()) : ""))
                .toList();
    }
}
