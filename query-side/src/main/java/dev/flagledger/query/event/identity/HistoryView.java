package dev.flagledger.query.event.identity;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.audit.ActorView;
import dev.flagledger.query.event.table.EventView;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the history of an identity.
 *
 * @param position the place in the log of what the team decided; null for what only the log of identities has
 * @param sequence the place in the log of the identity, from 0; null for what the team decided
 * @param actor null for what applications reported
 * @param difference the changed fields, as JSON
 */
record HistoryView(
        @Nullable Long position,
        @Nullable Long sequence,
        String at,
        String type,
        @Nullable ActorView actor,
        @Nullable Integer feature,
        @Nullable String note,
        String summary,
        @JsonRawValue String difference) {

    static HistoryView of(EventView event, String difference) {
        return new HistoryView(
                event.position(),
                null,
                event.at(),
                event.type(),
                event.actor(),
                event.feature(),
                event.note(),
                event.summary(),
                difference);
    }

    static HistoryView of(ReportedChange reported, String difference) {
        return new HistoryView(
                null,
                reported.sequence(),
                WireTime.rest(reported.at()),
                reported.type(),
                reported.actor(),
                null,
                reported.note(),
                reported.summary(),
                difference);
    }
}
