package dev.flagledger.contract.view.environment;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.project.Environment;
import org.jspecify.annotations.Nullable;

/** The time and SDK of an environment's first evaluation; both null before the first one. */
public record OnboardingView(
        @Nullable String firstEvaluatedAt, @Nullable String firstEvaluatedSdkLabel) {

    public static OnboardingView of(Environment environment) {
        var first = environment.firstEvaluation();
        return first == null
                ? new OnboardingView(null, null)
                : new OnboardingView(WireTime.rest(first.at()), first.sdk());
    }
}
