package dev.flagledger.query.environment;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.environment.EnvironmentDetailView;
import dev.flagledger.engine.state.project.Environment;
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

/** Reads the environments that the caller may view. */
@RestController
@RequestMapping("/api/v1/environments")
class EnvironmentController {

    @GetMapping
    Page<EnvironmentDetailView> list(
            AccessContext access,
            @RequestParam(required = false) @Nullable String project,
            HttpServletRequest request) {
        int projectId = projectId(access, project);
        var visible = visible(access)
                .filter(environment -> environment.projectId() == projectId)
                .toList();
        return PageRequest.fixed(request)
                .of(visible)
                .map(environment -> EnvironmentDetailView.listed(access.installation(), environment));
    }

    @GetMapping("/{apiKey}")
    EnvironmentDetailView retrieve(AccessContext access, @PathVariable String apiKey) {
        return EnvironmentDetailView.retrieved(
                access.installation(), access.environment(apiKey, Permission.VIEW_ENVIRONMENT));
    }

    @GetMapping("/get-by-uuid/{uuid}")
    EnvironmentDetailView retrieve(AccessContext access, @PathVariable UUID uuid) {
        var environment =
                visible(access).filter(known -> known.uuid().equals(uuid)).findAny();
        return EnvironmentDetailView.listed(access.installation(), found(environment, "Environment"));
    }

    private static int projectId(AccessContext access, @Nullable String project) {
        return Optional.ofNullable(project)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(id -> access.installation().project(id).isPresent())
                .orElseThrow(() -> InvalidInput.list(QueryTexts.PROJECT_REQUIRED));
    }

    private static Stream<Environment> visible(AccessContext access) {
        return access.installation().projects().values().stream()
                .flatMap(project -> project.environments().values().stream())
                .filter(environment ->
                        access.may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(environment.id())));
    }
}
