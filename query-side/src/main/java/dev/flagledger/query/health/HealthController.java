package dev.flagledger.query.health;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.secret.HealthPaths;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.view.feature.HealthEventView;
import dev.flagledger.contract.view.feature.HealthProviderView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the health events and providers of a project. Webhook URLs are shown only to callers who may add providers. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/feature-health")
class HealthController {

    private final HealthPaths paths;

    HealthController(HealthPaths paths) {
        this.paths = paths;
    }

    @GetMapping("/events")
    List<HealthEventView> events(AccessContext access, @PathVariable int projectId) {
        return HealthEventView.all(access.project(projectId));
    }

    @GetMapping("/providers")
    List<HealthProviderView> providers(AccessContext access, @PathVariable int projectId, HttpServletRequest request) {
        var project = access.project(projectId);
        boolean admin = access.may(Permission.PROJECT_ADMIN, new Scope.OfProject(projectId));
        return project.reports().healthProviders().values().stream()
                .map(provider -> HealthProviderView.of(
                        access.installation(), project, provider, admin ? paths.url(request, provider.id()) : ""))
                .toList();
    }
}
