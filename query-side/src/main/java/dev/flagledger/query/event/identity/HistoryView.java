package dev.flagledger.query.event.identity;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.audit.ActorView;
import dev.flagledger.query.event.table.EventView;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the history of an identity.
 *
 * @param position the place in the log of what the team decided; null for what applications reported
 * @param sequence the place among what applications reported of the identity, from 0; null for what the team decided
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

    static HistoryView of(EventView event) {
        return new HistoryView(
                event.position(),
                null,
                event.at(),
                event.type(),
                event.actor(),
                event.feature(),
                event.note(),
                event.summary(),
                event.difference());
    }

    static HistoryView of(ReportedChange reported, String difference) {
        return new HistoryView(
                null,
                reported.sequence(),
                WireTime.rest(reported.at()),
                reported.type(),
                null,
                null,
                null,
                reported.summary(),
                difference);
    }

    Instant instant() {
        return OffsetDateTime.parse(at).toInstant();
    }
}
