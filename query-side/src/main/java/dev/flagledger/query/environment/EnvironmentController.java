package dev.flagledger.query.environment;

import static dev.flagledger.engine.access.Sight.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.environment.EnvironmentDetailView;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.state.Environment;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The environments that the caller may view. */
@RestController
@RequestMapping("/api/v1/environments")
class EnvironmentController {

    @GetMapping
    Page<EnvironmentDetailView> list(
            Sight sight, @RequestParam(required = false) @Nullable String project, HttpServletRequest request) {
        int projectId = projectId(sight, project);
        var visible = visible(sight)
                .filter(environment -> environment.projectId() == projectId)
                .toList();
        return PageRequest.fixed(request)
                .of(visible)
                .map(environment -> EnvironmentDetailView.listed(sight.installation(), environment));
    }

    @GetMapping("/{apiKey}")
    EnvironmentDetailView retrieve(Sight sight, @PathVariable String apiKey) {
        return EnvironmentDetailView.retrieved(
                sight.installation(), sight.environment(apiKey, Permission.VIEW_ENVIRONMENT));
    }

    @GetMapping("/get-by-uuid/{uuid}")
    EnvironmentDetailView retrieve(Sight sight, @PathVariable UUID uuid) {
        var environment =
                visible(sight).filter(known -> known.uuid().equals(uuid)).findAny();
        return EnvironmentDetailView.listed(sight.installation(), found(environment, "Environment"));
    }

    private static int projectId(Sight sight, @Nullable String project) {
        return Optional.ofNullable(project)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(id -> sight.installation().project(id).isPresent())
                .orElseThrow(() -> InvalidInput.list("Invalid or missing value for project parameter."));
    }

    private static Stream<Environment> visible(Sight sight) {
        return sight.installation().projects().values().stream()
                .flatMap(project -> project.environments().values().stream())
                .filter(environment ->
                        sight.may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(environment.id())));
    }
}
