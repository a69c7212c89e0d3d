package dev.flagledger.contract.view.user;

import dev.flagledger.api.user.Onboarding;
import dev.flagledger.contract.view.WireTime;
import java.util.List;

/** What the current user has done of the dashboard's introduction. */
public record OnboardingView(List<TaskView> tasks, ToolsView tools, List<String> hostingPreferences) {

    /** A completed task. */
    public record TaskView(String name, String completedAt) {}

    /** The tools that the user works with. */
    public record ToolsView(boolean completed, List<String> integrations) {}

    static OnboardingView of(Onboarding onboarding) {
        return new OnboardingView(
                onboarding.tasks().stream()
                        .map(task -> new TaskView(task.name(), WireTime.rest(task.completedAt())))
                        .toList(),
                new ToolsView(onboarding.tools().completed(), onboarding.tools().integrations()),
                onboarding.hostingPreferences());
    }
}
