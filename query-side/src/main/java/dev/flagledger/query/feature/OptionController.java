package dev.flagledger.query.feature;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.feature.OptionView;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the options of multivariate features. */
@RestController
class OptionController {

    private static final String OPTIONS = "/api/v1/projects/{projectId}/features/{featureId}/mv-options";

    @GetMapping(OPTIONS)
    Page<OptionView> list(
            AccessContext access,
            @PathVariable int projectId,
            @PathVariable int featureId,
            HttpServletRequest request) {
        var feature = feature(access.project(projectId, Permission.VIEW_PROJECT), featureId);
        return PageRequest.fixed(request)
                .of(List.copyOf(feature.options().values()))
                .map(option -> OptionView.of(option, feature.id()));
    }

    @GetMapping(OPTIONS + "/{id}")
    OptionView retrieve(
            AccessContext access, @PathVariable int projectId, @PathVariable int featureId, @PathVariable int id) {
        var feature = feature(access.project(projectId, Permission.PROJECT_ADMIN), featureId);
        var option = Optional.ofNullable(feature.options().get(id));
        return OptionView.of(found(option, "MultivariateFeatureOption"), feature.id());
    }

    @GetMapping("/api/v1/multivariate/options/get-by-uuid/{uuid}")
    OptionView retrieve(AccessContext access, @PathVariable UUID uuid) {
        var view = access.installation().projects().values().stream()
                .filter(project -> access.may(Permission.VIEW_PROJECT, new Scope.OfProject(project.id())))
                .flatMap(project -> project.features().values().stream())
                .flatMap(feature -> feature.options().values().stream()
                        .filter(option -> option.uuid().equals(uuid))
                        .map(option -> OptionView.of(option, feature.id())))
                .findAny();
        return found(view, "MultivariateFeatureOption");
    }

    private static Feature feature(Project project, int id) {
        return found(Optional.ofNullable(project.features().get(id)), "Feature");
    }
}
