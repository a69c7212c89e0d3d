package dev.flagledger.query.version;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.flag.SegmentOverrideView;
import dev.flagledger.contract.view.flag.VersionView;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads the versions of a flag and their feature states. Empty in environments that keep no versions. */
@RestController
class VersionController {

    private static final String OF_FLAG = "/api/v1/environments/{environmentId}/features/{featureId}/versions";

    @GetMapping(OF_FLAG)
    Page<VersionView> list(
            AccessContext access,
            @PathVariable int environmentId,
            @PathVariable int featureId,
            Form query,
            HttpServletRequest request) {
        var of = AccessibleFlag.of(access, environmentId, featureId);
        var isLive = query.boolOrNull("is_live", null);
        query.validate();
        var versions = of.flag().versions().newestFirst().stream()
                .filter(version -> isLive == null || isLive == version.isPublished())
                .toList();
        return PageRequest.sized(request).of(versions).map(VersionView::of);
    }

    @GetMapping(OF_FLAG + "/{uuid}/featurestates")
    List<SegmentOverrideView> states(
            AccessContext access,
            @PathVariable int environmentId,
            @PathVariable int featureId,
            @PathVariable UUID uuid) {
        var of = AccessibleFlag.of(access, environmentId, featureId);
        var version = of.version(uuid);
        return of.states(version).stream()
                .map(state -> SegmentOverrideView.of(state, version))
                .toList();
    }

    @GetMapping("/api/v1/environment-feature-versions/{uuid}")
    VersionView.Detail retrieve(AccessContext access, @PathVariable UUID uuid) {
        var version = environments(access)
                .flatMap(environment -> environment.flags().values().stream())
                .flatMap(flag -> detail(flag, uuid))
                .findAny();
        return found(version, "EnvironmentFeatureVersion");
    }

    private static Stream<VersionView.Detail> detail(Flag flag, UUID uuid) {
        return flag.versions().find(uuid).stream().map(version -> VersionView.Detail.of(flag, version));
    }

    private static Stream<Environment> environments(AccessContext access) {
        return access.installation().projects().values().stream()
                .flatMap(project -> project.environments().values().stream())
                .filter(environment -> environment.versioning() != null)
                .filter(environment ->
                        access.may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(environment.id())));
    }
}
