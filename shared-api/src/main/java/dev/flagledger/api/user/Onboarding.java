package dev.flagledger.api.user;

import java.time.Instant;
import java.util.List;

/**
 * What a user has done of the dashboard's introduction. All names are the dashboard's.
 *
 * @param tasks completed tasks
 * @param hostingPreferences where the user wants to host the server
 */
public record Onboarding(List<Task> tasks, Tools tools, List<String> hostingPreferences) {

    /** Nothing yet. */
    public static final Onboarding NONE = new Onboarding(List.of(), new Tools(false, List.of()), List.of());

    /** A task and when it was completed. */
    public record Task(String name, Instant completedAt) {}

    /** The tools that the user works with. */
    public record Tools(boolean completed, List<String> integrations) {}
}
