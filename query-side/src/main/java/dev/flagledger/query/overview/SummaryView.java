package dev.flagledger.query.overview;

import static dev.flagledger.query.overview.Administered.loggedInSince;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Project;
import java.time.Instant;
import java.util.function.ToIntFunction;

/**
 * All the organisations in nine numbers.
 *
 * @param activeOrganisations those of which a member has logged in lately
 * @param activeUsers members who have logged in lately
 */
record SummaryView(
        int totalOrganisations,
        int totalFlags,
        int totalUsers,
        @JsonProperty("total_api_calls_30d") long totalApiCalls30d,
        int activeOrganisations,
        int totalProjects,
        int totalEnvironments,
        int totalIntegrations,
        int activeUsers) {

    /** @param since who has logged in since has done so lately */
    static SummaryView of(Administered all, long calls, Instant since) {
        var users =
                all.organisations().stream().flatMap(all::members).distinct().toList();
        return new SummaryView(
                all.organisations().size(),
                sum(all, project -> project.features().size()),
                users.size(),
                calls,
                (int) all.organisations().stream()
                        .filter(organisation -> all.members(organisation).anyMatch(user -> loggedInSince(user, since)))
                        .count(),
                all.projects().size(),
                sum(all, project -> project.environments().size()),
                sum(all, Administered::webhooks),
                (int) users.stream()
                        .filter((User user) -> loggedInSince(user, since))
                        .count());
    }

    private static int sum(Administered all, ToIntFunction<Project> number) {
        return all.projects().stream().mapToInt(number).sum();
    }
}
