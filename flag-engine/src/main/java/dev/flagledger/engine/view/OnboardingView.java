package dev.flagledger.engine.view;

import org.jspecify.annotations.Nullable;

/** When an application first asked for an environment's flags, and with what. Not noted so far, hence always unknown. */
public record OnboardingView(
        @Nullable String firstEvaluatedAt, @Nullable String firstEvaluatedSdkLabel) {

    public static OnboardingView unknown() {
        return new OnboardingView(null, null);
    }
}
