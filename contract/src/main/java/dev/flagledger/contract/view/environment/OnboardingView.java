package dev.flagledger.contract.view.environment;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.project.Environment;
import org.jspecify.annotations.Nullable;

/** When an application first came to an environment, and with what; both null as long as none was noted. */
public record OnboardingView(
        @Nullable String firstEvaluatedAt, @Nullable String firstEvaluatedSdkLabel) {

    public static OnboardingView of(Environment environment) {
        var first = environment.firstEvaluation();
        return first == null
                ? new OnboardingView(null, null)
                : new OnboardingView(WireTime.rest(first.at()), first.sdk());
    }
}
