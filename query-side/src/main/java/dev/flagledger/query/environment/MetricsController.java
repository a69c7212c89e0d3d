package dev.flagledger.query.environment;

import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.view.environment.MetricsView;
import dev.flagledger.contract.view.environment.OnboardingView;
import dev.flagledger.engine.access.Sight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much there is in an environment, and whether applications have come to it. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}")
class MetricsController {

    @GetMapping("/metrics")
    MetricsView metrics(Sight sight, @PathVariable String apiKey) {
        var environment = sight.environment(apiKey, Permission.ENVIRONMENT_ADMIN);
        var project = sight.installation().project(environment.projectId()).orElseThrow();
        return MetricsView.of(project, environment);
    }

    /** Open to everyone who knows the key, as upstream. */
    @GetMapping("/onboarding-status")
    OnboardingView onboarding(Sight sight, @PathVariable String apiKey) {
        return OnboardingView.of(Sight.found(sight.installation().environmentOfKey(apiKey), "Environment"));
    }
}
