package dev.flagledger.query.overview;

import dev.flagledger.query.usage.CallTotals;
import dev.flagledger.query.usage.CallTotals.Calls;
import java.util.Collection;
import java.util.Map;

/**
 * The calls to several organisations in the last 30, 60 and 90 days, by organisation; those of the last 30 also by environment.
 */
record RecentCalls(
        Map<Integer, Calls> month,
        Map<Integer, Calls> twoMonths,
        Map<Integer, Calls> threeMonths,
        Map<Integer, Calls> byEnvironment) {

    /** The calls to one organisation. */
    record OfOrganisation(Calls month, long twoMonths, long threeMonths) {}

    static RecentCalls read(CallTotals totals, Collection<Integer> organisations) {
        return new RecentCalls(
                totals.byOrganisation(organisations, 30),
                totals.byOrganisation(organisations, 60),
                totals.byOrganisation(organisations, 90),
                totals.byEnvironment(organisations, 30));
    }

    OfOrganisation of(int organisation) {
        return new OfOrganisation(
                month.getOrDefault(organisation, Calls.NONE),
                twoMonths.getOrDefault(organisation, Calls.NONE).all(),
                threeMonths.getOrDefault(organisation, Calls.NONE).all());
    }
}
