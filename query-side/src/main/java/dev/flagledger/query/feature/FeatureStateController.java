package dev.flagledger.query.feature;

import static dev.flagledger.engine.access.Sight.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.FlagState;
import dev.flagledger.engine.view.FeatureStateView;
import dev.flagledger.platform.paging.Page;
import dev.flagledger.platform.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The defaults of an environment's flags. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/featurestates")
class FeatureStateController {

    @GetMapping
    Page<FeatureStateView> list(
            Sight sight,
            @PathVariable String apiKey,
            @RequestParam(required = false) @Nullable Integer feature,
            @RequestParam(name = "feature_name", required = false) @Nullable String featureName,
            HttpServletRequest request) {
        var environment = sight.within(apiKey, Permission.VIEW_ENVIRONMENT);
        var flags = flags(environment)
                .filter(flag -> feature == null || flag.seed().featureId() == feature)
                .filter(flag -> featureName == null || named(sight, environment, flag, featureName))
                .toList();
        return PageRequest.fixed(request)
                .of(flags)
                .map(flag -> FeatureStateView.listed(environment, FlagState.standard(flag)));
    }

    @GetMapping("/{id}")
    FeatureStateView retrieve(Sight sight, @PathVariable String apiKey, @PathVariable int id) {
        var environment = sight.within(apiKey, Permission.VIEW_ENVIRONMENT);
        return FeatureStateView.plain(
                environment, FlagState.standard(found(environment.flagOfState(id), "FeatureState")));
    }

    private static Stream<Flag> flags(Environment environment) {
        return environment.flags().values().stream()
                .sorted(Comparator.comparingInt(flag -> flag.standard().id()));
    }

    private static boolean named(Sight sight, Environment environment, Flag flag, String name) {
        var project = sight.installation().project(environment.projectId()).orElseThrow();
        return project.feature(flag.seed().featureId()).name().equalsIgnoreCase(name);
    }
}
