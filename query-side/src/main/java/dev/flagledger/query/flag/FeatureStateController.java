package dev.flagledger.query.flag;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.query.past.TimeTravels;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the environment defaults of flags, or an identity's overrides. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/featurestates")
class FeatureStateController {

    @TimeTravels
    @GetMapping
    Page<FeatureStateView> list(
            AccessContext access,
            @PathVariable String apiKey,
            @RequestParam(required = false) @Nullable Integer feature,
            @RequestParam(name = "feature_name", required = false) @Nullable String featureName,
            HttpServletRequest request) {
        var environment = access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        boolean ofIdentities = request.getParameterMap().containsKey("anyIdentity");
        var states = StateLocator.states(environment)
                .filter(state -> ofIdentities ? state.identity() != null : state.isDefault())
                .filter(state -> feature == null || state.flag().featureId() == feature)
                .filter(state -> featureName == null || hasFeature(access, environment, state, featureName))
                .sorted(Comparator.comparingInt(FlagState::id))
                .toList();
        return PageRequest.fixed(request).of(states).map(state -> FeatureStateView.listed(environment, state));
    }

    @TimeTravels
    @GetMapping("/{id}")
    FeatureStateView retrieve(AccessContext access, @PathVariable String apiKey, @PathVariable int id) {
        var environment = access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        var flag = found(environment.flagOfState(id), "FeatureState");
        return FeatureStateView.plain(environment, FlagState.environmentDefault(flag));
    }

    private static boolean hasFeature(AccessContext access, Environment environment, FlagState state, String name) {
        var project = access.installation().project(environment.projectId()).orElseThrow();
        return project.feature(state.flag().featureId()).name().equalsIgnoreCase(name);
    }
}
