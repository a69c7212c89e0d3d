package dev.flagledger.query.audit.description;

import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import java.util.List;
import java.util.Locale;

/** What is told of exports of the log. */
public final class ExportDescription {

    private ExportDescription() {}

    /** The form, and what was asked for. The organisations are not told, since each may see the event but not the others. */
    public static EventDescription of(EventsExported event) {
        var format = event.format().name().toLowerCase(Locale.ROOT);
        var filter = event.filter();
        return EventDescription.of(
                EventTexts.eventsExported(format),
                filter.isEmpty() ? List.of() : List.of(new FieldChange("filter", null, filter)));
    }
}
