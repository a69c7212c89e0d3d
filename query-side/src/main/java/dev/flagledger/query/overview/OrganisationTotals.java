package dev.flagledger.query.overview;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.organisation.OrganisationView.SubscriptionView;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.query.overview.RecentCalls.OfOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An organisation in numbers. Nothing is over what it is allowed, since nothing is limited.
 *
 * @param activeFlags those that are not stale
 */
record OrganisationTotals(
        int id,
        String name,
        String createdDate,
        int totalFlags,
        int activeFlags,
        int staleFlags,
        int totalUsers,
        @JsonProperty("active_users_30d") int activeUsers,
        int adminUsers,
        @JsonProperty("api_calls_30d") long calls30,
        @JsonProperty("api_calls_60d") long calls60,
        @JsonProperty("api_calls_90d") long calls90,
        int apiCallsAllowed,
        @JsonProperty("flag_evaluations_30d") long flagEvaluations,
        @JsonProperty("identity_requests_30d") long identityRequests,
        @JsonProperty("overage_30d") long overage30,
        @JsonProperty("overage_60d") long overage60,
        @JsonProperty("overage_90d") long overage90,
        int projectCount,
        int environmentCount,
        int integrationCount,
        List<ProjectTotals> projects) {

    private static final Duration LATELY = Duration.ofDays(30);

    static OrganisationTotals of(Organisation organisation, Administered all, RecentCalls recent, Instant now) {
        var projects = all.projectsOf(organisation);
        int flags =
                projects.stream().mapToInt(project -> project.features().size()).sum();
        int stale = projects.stream()
                .mapToInt(project -> Administered.stale(project, now))
                .sum();
        OfOrganisation calls = recent.of(organisation.id());
        return new OrganisationTotals(
                organisation.id(),
                organisation.settings().name(),
                WireTime.rest(organisation.createdAt()),
                flags,
                flags - stale,
                stale,
                organisation.members().size(),
                (int) all.members(organisation)
                        .filter(user -> Administered.loggedInSince(user, now.minus(LATELY)))
                        .count(),
                (int) organisation.members().values().stream()
                        .filter(Role.ADMIN::equals)
                        .count(),
                calls.month().all(),
                calls.twoMonths(),
                calls.threeMonths(),
                SubscriptionView.UNLIMITED,
                calls.month().flags(),
                calls.month().identities(),
                0,
                0,
                0,
                projects.size(),
                projects.stream()
                        .mapToInt(project -> project.environments().size())
                        .sum(),
                projects.stream().mapToInt(Administered::webhooks).sum(),
                projects.stream()
                        .map(project -> ProjectTotals.of(project, calls.byEnvironment()))
                        .toList());
    }
}
