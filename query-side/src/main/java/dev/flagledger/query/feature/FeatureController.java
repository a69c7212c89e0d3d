package dev.flagledger.query.feature;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.past.PastState;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.feature.FeatureInEnvironment;
import dev.flagledger.contract.view.feature.FeatureView;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.past.ShownState;
import dev.flagledger.query.past.TimeTravels;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the features of a project, optionally with their states in one environment. */
@RestController
class FeatureController {

    private final Clock clock;

    FeatureController(Clock clock) {
        this.clock = clock;
    }

    @TimeTravels
    @GetMapping("/api/v1/projects/{projectId}/features")
    Page<FeatureView> list(AccessContext access, @PathVariable int projectId, Form form, HttpServletRequest request) {
        var selection = selection(access, access.project(projectId), form, request);
        return PageRequest.sized(request)
                .of(selection.features())
                .map(feature -> FeatureView.of(access.installation(), feature, counted(selection, feature)));
    }

    /** As in Flagsmith, a feature that does not match the query's filters is not found. */
    @TimeTravels
    @GetMapping("/api/v1/projects/{projectId}/features/{featureId}")
    FeatureView retrieve(
            AccessContext access,
            @PathVariable int projectId,
            @PathVariable int featureId,
            Form form,
            HttpServletRequest request) {
        var project = access.project(projectId);
        var selection = selection(access, project, form, request);
        var feature = Optional.ofNullable(project.features().get(featureId)).filter(selection::contains);
        return FeatureView.of(
                access.installation(), found(feature, "Feature"), inEnvironment(selection, feature.orElseThrow()));
    }

    @GetMapping("/api/v1/features/get-by-uuid/{uuid}")
    FeatureView retrieve(AccessContext access, @PathVariable UUID uuid) {
        var feature = access.installation().projects().values().stream()
                .filter(project -> access.may(Permission.VIEW_PROJECT, new Scope.OfProject(project.id())))
                .flatMap(project -> project.features().values().stream())
                .filter(known -> known.uuid().equals(uuid))
                .findAny();
        return FeatureView.ofUuid(access.installation(), found(feature, "Feature"));
    }

    private FeatureSelection selection(AccessContext access, Project project, Form form, HttpServletRequest request) {
        var query = FeatureQuery.of(form);
        var now = ShownState.of(request).map(PastState::at).orElseGet(clock::instant);
        return new FeatureSelection(project, environment(access, project, query.environment()), query, now);
    }

    private static FeatureInEnvironment inEnvironment(FeatureSelection selection, Feature feature) {
        var environment = selection.environment();
        var flag = environment == null ? null : environment.flags().get(feature.id());
        return environment == null || flag == null
                ? FeatureInEnvironment.NONE
                : FeatureInEnvironment.of(
                        environment,
                        flag,
                        selection.stage(feature),
                        selection.query().segment());
    }

    private static FeatureInEnvironment counted(FeatureSelection selection, Feature feature) {
        var environment = selection.environment();
        var flag = environment == null ? null : environment.flags().get(feature.id());
        var inEnvironment = inEnvironment(selection, feature);
        return flag == null ? inEnvironment : inEnvironment.counting(flag);
    }

    /** Who may not view an environment gets nothing of it with the features of the project. */
    private static @Nullable Environment environment(AccessContext access, Project project, @Nullable Integer id) {
        return id == null
                ? null
                : found(
                        Optional.ofNullable(project.environments().get(id))
                                .filter(known -> access.may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(id))),
                        "Environment");
    }
}
