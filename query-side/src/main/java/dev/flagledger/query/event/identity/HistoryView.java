package dev.flagledger.query.event.identity;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.audit.ActorView;
import dev.flagledger.query.audit.row.Action;
import dev.flagledger.query.event.table.EventView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the history of an identity, whose properties are named as those of {@link EventView}.
 *
 * @param position the place in the log of what the team decided; null for what only the log of identities has
 * @param sequence the place in the log of the identity, from 0; null for what the team decided
 * @param difference the changed fields, as JSON
 */
record HistoryView(
        @Nullable Long position,
        @Nullable Long sequence,
        UUID eventId,
        String at,
        String type,
        String action,
        String object,
        @Nullable Integer feature,
        ActorView actor,
        @Nullable String address,
        @Nullable String agent,
        @Nullable String request,
        @Nullable String note,
        String summary,
        @JsonRawValue String difference) {

    static HistoryView of(EventView event, String difference) {
        return new HistoryView(
                event.position(),
                null,
                event.eventId(),
                event.at(),
                event.type(),
                event.action(),
                event.object(),
                event.feature(),
                event.actor(),
                event.address(),
                event.agent(),
                event.request(),
                event.note(),
                event.summary(),
                difference);
    }

    static HistoryView of(ReportedChange reported, String difference) {
        var by = reported.by();
        return new HistoryView(
                null,
                reported.sequence(),
                reported.eventId(),
                WireTime.rest(reported.at()),
                reported.type(),
                Action.of(reported.type()).wireName(),
                reported.object(),
                null,
                ActorView.of(by.actor()),
                by.address(),
                by.agent(),
                by.requestId(),
                by.note(),
                reported.summary(),
                difference);
    }
}
