package dev.flagledger.query.audit.row;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.engine.change.EventScopes;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.log.OriginSubject;
import dev.flagledger.query.audit.description.EventDescription;
import dev.flagledger.query.audit.description.LineDescriptions;
import java.util.List;

/** Makes the row of an event. Pure; every event has one. */
public final class EventRows {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();

    private EventRows() {}

    /**
     * The row of an event between two states.
     *
     * @param lines the contract's lines of the event, whose texts the row prefers
     */
    public static EventRow of(Installation before, RecordedEvent recorded, Installation after, List<AuditLine> lines) {
        var event = recorded.event();
        var scope = EventScopes.of(before, event);
        var type = CATALOGUE.nameOf(event.getClass()).orElseThrow();
        var told = lines.isEmpty()
                ? EventDescriptions.of(before, event)
                        .orElseGet(() -> EventDescription.of(EventTexts.withoutEffect(type, scope.object())))
                : LineDescriptions.of(lines);
        var audience = EventAudience.of(before, event, after);
        return new EventRow(
                recorded,
                audience.within(scope),
                audience.several(),
                EventObjects.of(event, before),
                type,
                Action.of(type),
                told.summary(),
                told.difference(),
                told.redaction(),
                OriginSubject.of(event, recorded.actor()));
    }
}
