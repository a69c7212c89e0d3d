package dev.flagledger.query.overview;

import static java.util.stream.Collectors.toMap;

import dev.flagledger.query.usage.CallTotals.Calls;
import dev.flagledger.query.usage.CallTotals.Recent;
import java.util.List;
import java.util.Map;

/** The calls to several organisations in the last 30, 60 and 90 days. */
record RecentCalls(List<Recent> ofEnvironments) {

    /** The calls to one organisation. */
    record OfOrganisation(Calls month, long twoMonths, long threeMonths) {}

    OfOrganisation of(int organisation) {
        var own = ofEnvironments.stream()
                .filter(calls -> calls.organisationId() == organisation)
                .toList();
        return new OfOrganisation(
                own.stream().map(Recent::month).reduce(Calls.NONE, Calls::plus),
                own.stream().mapToLong(Recent::twoMonths).sum(),
                own.stream().mapToLong(Recent::threeMonths).sum());
    }

    /** Returns those of the last 30 days by the ids of environments, without those that had none. */
    Map<Integer, Calls> byEnvironment() {
        return ofEnvironments.stream().collect(toMap(Recent::environmentId, Recent::month, Calls::plus));
    }
}
