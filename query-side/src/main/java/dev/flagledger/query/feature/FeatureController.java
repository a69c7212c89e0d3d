package dev.flagledger.query.feature;

import static dev.flagledger.engine.access.Sight.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Project;
import dev.flagledger.engine.view.FeatureView;
import dev.flagledger.platform.paging.Page;
import dev.flagledger.platform.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The features of a project, by themselves or with how they stand in one of its environments. */
@RestController
class FeatureController {

    @GetMapping("/api/v1/projects/{projectId}/features")
    Page<FeatureView> list(
            Sight sight,
            @PathVariable int projectId,
            @RequestParam(required = false) @Nullable Integer environment,
            @RequestParam(required = false, defaultValue = "") String search,
            HttpServletRequest request) {
        var project = sight.project(projectId);
        var in = environment(project, environment);
        var features = project.features().values().stream()
                .filter(feature -> containsIgnoringCase(feature.name(), search))
                .toList();
        return PageRequest.sized(request)
                .of(features)
                .map(feature -> FeatureView.of(sight.installation(), feature, in));
    }

    @GetMapping("/api/v1/projects/{projectId}/features/{featureId}")
    FeatureView retrieve(
            Sight sight,
            @PathVariable int projectId,
            @PathVariable int featureId,
            @RequestParam(required = false) @Nullable Integer environment) {
        var project = sight.project(projectId);
        var feature = found(Optional.ofNullable(project.features().get(featureId)), "Feature");
        return FeatureView.of(sight.installation(), feature, environment(project, environment));
    }

    @GetMapping("/api/v1/features/get-by-uuid/{uuid}")
    FeatureView retrieve(Sight sight, @PathVariable UUID uuid) {
        var feature = sight.installation().projects().values().stream()
                .filter(project -> sight.may(Permission.VIEW_PROJECT, new Scope.OfProject(project.id())))
                .flatMap(project -> project.features().values().stream())
                .filter(known -> known.uuid().equals(uuid))
                .findAny();
        return FeatureView.of(sight.installation(), found(feature, "Feature"), null);
    }

    private static @Nullable Environment environment(Project project, @Nullable Integer id) {
        return id == null
                ? null
                : found(Optional.ofNullable(project.environments().get(id)), "Environment");
    }

    private static boolean containsIgnoringCase(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
