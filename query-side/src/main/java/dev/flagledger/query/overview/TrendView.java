package dev.flagledger.query.overview;

import dev.flagledger.query.usage.CallTotals.Calls;
import java.time.LocalDate;

/** The calls of one day. A call for flags is an evaluation of them. */
record TrendView(LocalDate date, long apiCalls, long flagEvaluations, long identityRequests) {

    static TrendView of(LocalDate day, Calls calls) {
        return new TrendView(day, calls.all(), calls.flags(), calls.identities());
    }
}
