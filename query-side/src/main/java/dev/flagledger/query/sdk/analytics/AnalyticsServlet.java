package dev.flagledger.query.sdk.analytics;

import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.EnvironmentKeyAuthenticator;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.usage.EvaluationCounter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What both forms of reports have in common. */
abstract class AnalyticsServlet extends ApplicationServlet {

    private final transient EvaluationCounter evaluationCounter;

    AnalyticsServlet(EnvironmentKeyAuthenticator authenticator, EvaluationCounter evaluationCounter) {
        super(authenticator);
        this.evaluationCounter = evaluationCounter;
    }

    @Override
    protected final String methods(HttpServletRequest request) {
        return "POST, OPTIONS";
    }

    /** Counts evaluations by the features' names, exactly as they are written. */
    final void count(SdkRequest sdk, Map<String, Long> byName) {
        var features = byName.isEmpty() ? Map.<String, Feature>of() : named(sdk.project());
        byName.forEach((name, count) -> {
            var feature = features.get(name);
            if (feature != null) {
                evaluationCounter.count(sdk.environment().id(), feature.id(), count);
            }
        });
    }

    private static Map<String, Feature> named(Project project) {
        return project.features().values().stream().collect(Collectors.toMap(Feature::name, Function.identity()));
    }
}
