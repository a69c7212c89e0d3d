package dev.flagledger.command.health;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.secret.HealthPaths;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.health.HealthCommand.AddProvider;
import dev.flagledger.api.health.HealthCommand.RemoveProvider;
import dev.flagledger.api.health.ProviderKind;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.feature.HealthProviderView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that add and remove health providers of a project. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/feature-health/providers")
class ProviderController {

    private static final List<String> NAMES =
            Arrays.stream(ProviderKind.values()).map(ProviderKind::wireName).toList();

    private final HealthPaths paths;

    ProviderController(HealthPaths paths) {
        this.paths = paths;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    HealthProviderView add(CommandContext context, @PathVariable int projectId, Form form, HttpServletRequest request) {
        context.access().project(projectId, Permission.PROJECT_ADMIN);
        var name = Fields.choice(form, "name", NAMES);
        form.validate();
        var kind = ProviderKind.of(name).orElseThrow();
        context.send(new AddProvider(projectId, kind, UUID.randomUUID()));
        var installation = context.installation();
        var project = found(installation.project(projectId), "Project");
        var provider =
                found(Optional.ofNullable(project.reports().healthProviders().get(kind)), "FeatureHealthProvider");
        return HealthProviderView.of(installation, project, provider, paths.url(request, provider.id()));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CommandContext context, @PathVariable int projectId, @PathVariable String name) {
        context.access().project(projectId, Permission.PROJECT_ADMIN);
        var kind = found(ProviderKind.of(name), "FeatureHealthProvider");
        context.send(new RemoveProvider(projectId, kind));
    }
}
