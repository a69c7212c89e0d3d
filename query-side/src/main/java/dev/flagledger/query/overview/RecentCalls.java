package dev.flagledger.query.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.flagledger.query.usage.CallTotals.Calls;
import dev.flagledger.query.usage.CallTotals.Recent;
import java.util.List;
import java.util.Map;

/** The calls to several organisations in the last 30, 60 and 90 days. */
record RecentCalls(Map<Integer, List<Recent>> byOrganisation) {

    /**
     * The calls to one organisation.
     *
     * @param byEnvironment those of the last 30 days by the ids of environments, without those that had none
     */
    record OfOrganisation(Calls month, long twoMonths, long threeMonths, Map<Integer, Calls> byEnvironment) {}

    static RecentCalls of(List<Recent> ofEnvironments) {
        return new RecentCalls(ofEnvironments.stream().collect(groupingBy(Recent::organisationId)));
    }

    OfOrganisation of(int organisation) {
        var own = byOrganisation.getOrDefault(organisation, List.of());
        return new OfOrganisation(
                own.stream().map(Recent::month).reduce(Calls.NONE, Calls::plus),
                own.stream().mapToLong(Recent::twoMonths).sum(),
                own.stream().mapToLong(Recent::threeMonths).sum(),
                own.stream().collect(toMap(Recent::environmentId, Recent::month)));
    }
}
