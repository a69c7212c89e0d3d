package dev.flagledger.query.environment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.view.environment.MetricsView;
import dev.flagledger.contract.view.environment.OnboardingView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the metrics of an environment, and its first evaluation. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}")
class MetricsController {

    @GetMapping("/metrics")
    MetricsView metrics(AccessContext access, @PathVariable String apiKey) {
        var environment = access.environment(apiKey, Permission.ENVIRONMENT_ADMIN);
        var project = access.installation().project(environment.projectId()).orElseThrow();
        return MetricsView.of(project, environment);
    }

    /** As in Flagsmith, the client-side key is the only credential. */
    @GetMapping("/onboarding-status")
    OnboardingView onboarding(AccessContext access, @PathVariable String apiKey) {
        return OnboardingView.of(AccessContext.found(access.installation().environmentOfKey(apiKey), "Environment"));
    }
}
